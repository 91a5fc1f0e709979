import type { PoolClient } from 'pg';

/** A connection to the journal that is held for a while. */
export type Connection = Pick<PoolClient, 'query'>;

/** Where a lane stands in the journal. */
export interface LaneStanding {
  readonly lane: number;
  /** The relay's cursor: everything up to here is on the topics. */
  readonly position: number;
  readonly head: number;
  /** When the head was accepted, in ms; 0 where there is none. */
  readonly acceptedAt: number;
  /** Takes nothing for now. */
  readonly closed: boolean;
  /** Takes nothing ever again. */
  readonly sealed: boolean;
}

interface Row {
  lane: number;
  position: string;
  head: string;
  accepted_at: string;
  closed: boolean;
  sealed: boolean;
}

export async function readStandings(db: Connection): Promise<LaneStanding[]> {
  const { rows } = await db.query<Row>(
    `SELECT l.lane, c.position, l.position AS head, l.accepted_at, l.closed IS NOT NULL AS closed, l.sealed
     FROM lane l JOIN relay_cursor c USING (lane) ORDER BY l.lane`,
  );
  return rows.map(({ lane, position, head, accepted_at, closed, sealed }) => ({
    lane,
    position: Number(position),
    head: Number(head),
    acceptedAt: Number(accepted_at),
    closed,
    sealed,
  }));
}
