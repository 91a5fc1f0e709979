import type { Pool } from 'pg';
import type { WatchedConsumer } from '../config.js';

/** A referral (or a stream without one) that waits in one consumer. */
export interface ParkedKey {
  readonly key: string;
  readonly lane: number;
  /** How many of its events wait. */
  readonly events: number;
  /** Position of the first of them: the culprit. */
  readonly position: number;
  /** Why the first of them cannot be applied. */
  readonly reason: string;
  readonly since: Date;
}

interface Row {
  key: string;
  lane: number;
  events: string;
  position: string;
  reason: string;
  since: Date;
}

/** Keys after `after`, in their order. */
export async function listParked(
  pool: Pool,
  { name, version }: WatchedConsumer,
  after: string,
  limit: number,
): Promise<ParkedKey[]> {
  const { rows } = await pool.query<Row>(
    `SELECT key, min(lane) AS lane, count(*) AS events, min(position) AS position, (array_agg(reason ORDER BY lane, position))[1] AS reason, min(at) AS since
     FROM bus.parked WHERE consumer = $1 AND version = $2 AND key > $3 COLLATE "C" GROUP BY key ORDER BY key COLLATE "C" LIMIT $4`,
    [name, version, after, limit],
  );
  return rows.map(({ events, position, ...row }) => ({ ...row, events: Number(events), position: Number(position) }));
}

export async function isParked(pool: Pool, { name, version }: WatchedConsumer, key: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM bus.parked WHERE consumer = $1 AND version = $2 AND key = $3 LIMIT 1',
    [name, version, key],
  );
  return rowCount === 1;
}
