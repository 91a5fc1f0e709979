import type { Pool } from 'pg';
import type { WatchedConsumer } from '../config.js';

/** How far a consumer is in one lane. */
export interface AppliedLane {
  readonly lane: number;
  readonly position: number;
  /** Events set aside. */
  readonly parked: number;
  /** Why nothing of the lane is applied any more; null while it flows. */
  readonly stopped: string | null;
  /** When its checkpoint last moved, in ms. */
  readonly movedAt: number;
}

export interface ConsumerFacts {
  /** Whether this is the version that queries read. */
  readonly live: boolean;
  readonly lanes: ReadonlyMap<number, AppliedLane>;
}

interface Row {
  lane: number;
  position: string;
  letters: number;
  stopped: string | null;
  applied_at: Date;
}

export async function readConsumer(pool: Pool, { name, version }: WatchedConsumer): Promise<ConsumerFacts> {
  const { rows } = await pool.query<Row>(
    'SELECT lane, position, letters, stopped, applied_at FROM bus.checkpoint WHERE consumer = $1 AND version = $2',
    [name, version],
  );
  const live = await pool.query('SELECT FROM bus.live WHERE consumer = $1 AND version = $2', [name, version]);
  return { live: live.rowCount === 1, lanes: new Map(rows.map((row) => [row.lane, appliedLane(row)])) };
}

const appliedLane = ({ lane, position, letters, stopped, applied_at }: Row): AppliedLane => ({
  lane,
  position: Number(position),
  parked: letters,
  stopped,
  movedAt: applied_at.getTime(),
});
