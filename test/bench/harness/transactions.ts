import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

/** The server counts what a session did when it has had nothing to do for ten seconds. */
const COUNTED_MS = 11_000;

/** Transactions so far in these databases. */
export async function transactionsIn(pool: Pool, databases: readonly string[]): Promise<number> {
  await delay(COUNTED_MS);
  const { rows } = await pool.query<{ count: string }>(
    'SELECT sum(xact_commit + xact_rollback) AS count FROM pg_stat_database WHERE datname = ANY($1::text[])',
    [databases],
  );
  return Number(rows[0]?.count);
}
