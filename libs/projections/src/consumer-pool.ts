import pg from 'pg';
import { BoundedClient, PLANS_BY_KEYS } from '#libs/postgres';
import { type Consumer, groupOf } from './consumer.js';

/** Transactions of all loops at once, and what looks after them. */
const CONNECTIONS = 6;

/**
 * Connections of a consumer to its own database. Every wait is bounded by the server: a process that stands still with
 * checkpoints locked is put out of its transaction, so that the next owner of its lanes can go on.
 */
export function consumerPool(databaseUrl: string, consumer: Pick<Consumer, 'name' | 'version'>): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    application_name: groupOf(consumer),
    Client: BoundedClient,
    options: PLANS_BY_KEYS,
    max: CONNECTIONS,
    lock_timeout: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 10_000,
  });
}
