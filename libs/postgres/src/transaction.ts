import type { Pool } from 'pg';
import type { Tx } from './applier.js';
import { hear, hearClient } from './pool-errors.js';

/** COMMIT was answered by a rollback: some statement before it had failed. */
export class NotCommittedError extends Error {
  constructor() {
    super('the transaction was rolled back');
    this.name = 'NotCommittedError';
  }
}

/** Runs `work` in a transaction. When this throws, the commit may have happened nevertheless: its answer can be lost. */
export async function inTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  hear(pool);
  const client = await pool.connect();
  hearClient(client);
  try {
    await client.query('BEGIN');
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
