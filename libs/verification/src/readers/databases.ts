import { Pool } from 'pg';

export const DATABASES = ['journal', 'views', 'audit'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Application name of this library's own connections. */
export const VERIFIER = 'bus-verify';

/** Connections that cannot write, whatever their role may. */
export function readingPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: VERIFIER,
    max: 3,
    connectionTimeoutMillis: 5_000,
    options: '-c default_transaction_read_only=on',
  });
  // A broken idle connection is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  return pool;
}
