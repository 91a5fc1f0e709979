import type { Pool } from 'pg';

/** The time of the bus in a statement of a consumer's database, asked once a statement. */
export const BUS_NOW = '(SELECT bus.now())';

/**
 * Tells a consumer's database how far the time of the bus is put ahead, in ms: reads judge by it from their next statement on. As
 * the database's owner. What is less than it knows changes nothing, since time never goes back.
 */
export async function tellTimeAhead(pool: Pick<Pool, 'query'>, aheadMs: number): Promise<void> {
  await pool.query('UPDATE bus.time_ahead SET ms = $1 WHERE ms < $1', [aheadMs]);
}
