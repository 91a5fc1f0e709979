import type { Pool, PoolClient } from 'pg';
import { hear, hearClient } from './pool-errors.js';

/** A transaction's connection: whoever holds it begins and commits. */
export type Tx = Pick<PoolClient, 'query'>;

/** COMMIT was answered by a rollback: some statement before it had failed. */
export class NotCommittedError extends Error {
  constructor() {
    super('the transaction was rolled back');
    this.name = 'NotCommittedError';
  }
}

/** Runs `work` in a transaction. When this throws, the commit may have happened nevertheless: its answer can be lost. */
export function inTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return between(pool, 'BEGIN', work);
}

/** Reads in one snapshot of the database. */
export function inSnapshot<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return between(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
}

async function between<T>(pool: Pool, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  hear(pool);
  const client = await pool.connect();
  hearClient(client);
  try {
    await client.query(begin);
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new NotCommittedError();
    client.release();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
