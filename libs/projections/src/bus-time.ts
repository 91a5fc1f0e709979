import type { Pool } from 'pg';

/** The time of the bus in a statement of a consumer's database, asked once a statement. */
export const BUS_NOW = '(SELECT bus.now())';

/** What time it is for the bus, as far as a consumer's database was told, in ms since 1970, UTC. */
export async function readBusTime(pool: Pick<Pool, 'query'>): Promise<number> {
  const { rows } = await pool.query<{ now: Date }>(`SELECT ${BUS_NOW} AS now`);
  const [row] = rows;
  if (!row) throw new RangeError('a statement without its row');
  return row.now.getTime();
}

/**
 * Tells a consumer's database how far the time of the bus is put ahead, in ms: reads judge by it from their next statement on. As
 * the database's owner. What is less than it knows changes nothing, since time never goes back.
 */
export async function tellTimeAhead(pool: Pick<Pool, 'query'>, aheadMs: number): Promise<void> {
  await pool.query('UPDATE bus.time_ahead SET ms = $1 WHERE ms < $1', [aheadMs]);
}
