import type { Pool, PoolClient } from 'pg';
import type { Tx } from './applier.js';

/** COMMIT was answered by a rollback: some statement before it had failed. */
export class NotCommittedError extends Error {
  constructor() {
    super('the transaction was rolled back');
    this.name = 'NotCommittedError';
  }
}

/** Runs `work` in a transaction. When this throws, the commit may have happened nevertheless: its answer can be lost. */
export async function inTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Lost while nothing is asked of it, a connection says so by an event that would end the process; the next query fails anyway.
  client.on('error', ignored);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new NotCommittedError();
    release(client);
    return result;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => release(client),
      (broken: Error) => release(client, broken),
    );
    throw error;
  }
}

function release(client: PoolClient, broken?: Error): void {
  if (!broken) client.off('error', ignored); // a broken one is thrown away, and may say so later still
  client.release(broken);
}

const ignored = (): void => undefined;
