import type { Pool, PoolClient } from 'pg';
import type { LaneEnd } from '../refill/lane-walk.js';

/** A lane as whoever repairs it finds it. */
export interface RepairedLane extends LaneEnd {
  readonly lane: number;
  /** Why nothing is accepted for now; null where it is. */
  readonly closed: string | null;
  /** Why nothing is accepted any more; null where the lane is not sealed. */
  readonly sealed: { readonly why: string; readonly at: Date | null } | null;
}

interface LaneRow {
  lane: number;
  position: string;
  vector: string[];
  head: Buffer;
  accepted_at: string;
  closed: string | null;
  sealed: boolean;
  sealed_why: string | null;
  sealed_at: Date | null;
}

const LANES = 'SELECT lane, position, vector, head, accepted_at, closed, sealed, sealed_why, sealed_at FROM lane';

export async function readLanes(db: Pick<Pool, 'query'>): Promise<RepairedLane[]> {
  const { rows } = await db.query<LaneRow>(`${LANES} ORDER BY lane`);
  return rows.map(laneOf);
}

/** Nobody else appends to the lane until the transaction ends. */
export async function lockLane(client: PoolClient, lane: number): Promise<RepairedLane> {
  const { rows } = await client.query<LaneRow>(`${LANES} WHERE lane = $1 FOR UPDATE`, [lane]);
  const [row] = rows;
  if (!row) throw new RangeError(`there is no lane ${lane}`);
  return laneOf(row);
}

/** @returns false when it was sealed already */
export async function sealLane(client: PoolClient, lane: number, why: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE lane SET sealed = true, sealed_why = $2, sealed_at = clock_timestamp() WHERE lane = $1 AND NOT sealed',
    [lane, why],
  );
  return rowCount === 1;
}

function laneOf({ lane, position, vector, head, accepted_at, closed, ...row }: LaneRow): RepairedLane {
  return {
    lane,
    position: Number(position),
    vector: vector.map(Number),
    head,
    acceptedAt: Number(accepted_at),
    closed,
    sealed: row.sealed ? { why: row.sealed_why ?? '', at: row.sealed_at } : null,
  };
}
