import type { Tx } from '#libs/postgres';
import { TRAIL_SCHEMA } from '../trail.js';

/** Why a lane of the trail stands still, with the record that showed it. */
export interface LaneAlarm {
  readonly lane: number;
  readonly topic: string;
  readonly position: number;
  readonly reason: string;
  /** Leaf of the record that contradicts the trail, where it is known; the trail's own leaf is in the entry. */
  readonly leaf: Buffer | null;
}

/** Raises alarms that outlive the process. A lane has one open alarm at most: the first one stays. */
export async function openAlarms(db: Tx, alarms: readonly LaneAlarm[]): Promise<void> {
  await db.query(
    `INSERT INTO ${TRAIL_SCHEMA}.alarm (lane, topic, position, reason, leaf)
     SELECT * FROM unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::bytea[])
     ON CONFLICT (lane) WHERE cleared_at IS NULL DO NOTHING`,
    [
      alarms.map(({ lane }) => lane),
      alarms.map(({ topic }) => topic),
      alarms.map(({ position }) => position),
      alarms.map(({ reason }) => reason),
      alarms.map(({ leaf }) => leaf),
    ],
  );
}

/** The lanes that stand still, of those given or of all. */
export async function stoppedLanes(db: Tx, lanes: readonly number[] | null = null): Promise<number[]> {
  const { rows } = await db.query<{ lane: number }>(
    `SELECT lane FROM ${TRAIL_SCHEMA}.alarm WHERE cleared_at IS NULL AND ($1::int[] IS NULL OR lane = ANY($1::int[])) ORDER BY lane`,
    [lanes],
  );
  return rows.map(({ lane }) => lane);
}
