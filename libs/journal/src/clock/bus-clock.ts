import type { Pool } from 'pg';

/** The time of a bus. */
export interface BusClock {
  /** In ms since 1970. */
  readonly now: number;
  /** How far it is put ahead of the database's time, in ms. */
  readonly aheadMs: number;
  /** Whether it may be put ahead: said once, when the installation was created. */
  readonly adjustable: boolean;
}

interface Row {
  readonly now: string;
  readonly ahead_ms: string;
  readonly adjustable: boolean;
}

export async function readBusClock(pool: Pick<Pool, 'query'>): Promise<BusClock> {
  const { rows } = await pool.query<Row>('SELECT bus_now() AS now, ahead_ms, adjustable FROM bus_clock');
  const [row] = rows;
  if (!row) throw new RangeError('the journal has no clock');
  return { now: Number(row.now), aheadMs: Number(row.ahead_ms), adjustable: row.adjustable };
}

/**
 * Puts the time of the bus ahead, for tests and training: months pass in a second, for everything that is accepted from then
 * on. As the database's owner.
 * @returns null where the installation does not allow it
 */
export async function advanceBusClock(pool: Pick<Pool, 'query'>, byMs: number): Promise<BusClock | null> {
  const { rowCount } = await pool.query('UPDATE bus_clock SET ahead_ms = ahead_ms + $1 WHERE adjustable', [byMs]);
  return rowCount === 1 ? readBusClock(pool) : null;
}
