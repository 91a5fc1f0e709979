import { BoundedClient, hear, PLANS_BY_KEYS } from '#libs/postgres';
import { Pool } from 'pg';

/**
 * What sends has connections of its own, so that no number of webhooks that fail keeps an owner from looking at them, or the bus
 * from calling somebody.
 */
const CONNECTIONS = { sending: 6, asking: 3, calling: 3 } as const;
/** For a free connection. */
const WAIT_MS = 5_000;
const STATEMENT_MS = 10_000;

export function deliveryPool(connectionString: string, part: keyof typeof CONNECTIONS): Pool {
  const pool = new Pool({
    connectionString,
    application_name: `delivery-${part}`,
    Client: BoundedClient,
    max: CONNECTIONS[part],
    ...(part === 'sending' && { options: PLANS_BY_KEYS }),
    connectionTimeoutMillis: WAIT_MS,
    statement_timeout: STATEMENT_MS,
    idleTimeoutMillis: 30_000,
  });
  hear(pool);
  return pool;
}
