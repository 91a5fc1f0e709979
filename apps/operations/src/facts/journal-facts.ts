import { decodeMeta, UndecodableEventError } from '#libs/contracts';
import type { LaneVector } from '#libs/kernel';
import type { Pool } from 'pg';

/** A lane as the journal has it. */
export interface JournalLane {
  readonly lane: number;
  /** Position of the last accepted event. */
  readonly head: number;
  /** Everything up to here is on the topics. */
  readonly relayed: number;
  /** Position of each topic's last event; index = ordinal. */
  readonly vector: LaneVector;
}

export interface JournalFacts {
  /** Milliseconds since 1970, of the database's clock: the same that events are accepted by. */
  readonly now: number;
  readonly lanes: readonly JournalLane[];
}

interface LaneRow {
  lane: number;
  head: string;
  relayed: string;
  vector: string[];
  now: string;
}

export async function readJournal(journal: Pool): Promise<JournalFacts> {
  const { rows } = await journal.query<LaneRow>(
    `SELECT l.lane, l.position AS head, coalesce(r.position, 0) AS relayed, l.vector,
            floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now
     FROM lane l LEFT JOIN relay_cursor r USING (lane) ORDER BY l.lane`,
  );
  const lanes = rows.map(({ lane, head, relayed, vector }) => ({
    lane,
    head: Number(head),
    relayed: Number(relayed),
    vector: vector.map(Number),
  }));
  return { now: Number(rows[0]?.now ?? Date.now()), lanes };
}

/** What a consumer has still to apply in a lane. */
export interface Backlog {
  readonly events: number;
  /** When the oldest of them was accepted, in ms; null where none waits or its time cannot be read. */
  readonly oldestAt: number | null;
}

/** A longer backlog is counted as this long: counting it exactly would itself be a load. */
export const COUNTED_AT_MOST = 100_000;

interface BacklogRow {
  lane: number;
  events: string;
  fingerprint: Buffer | null;
  bytes: Buffer | null;
}

/** What a consumer has not applied of a lane: the events after `applied`, up to `wanted`. */
export interface Gap {
  readonly lane: number;
  readonly applied: number;
  /** Position of the last event of its topics when the journal was looked at: what came since is not counted. */
  readonly wanted: number;
}

/** The backlogs in these gaps, over the topics with these ordinals. */
export async function readBacklogs(
  journal: Pool,
  behind: readonly Gap[],
  ordinals: readonly number[],
): Promise<Map<number, Backlog>> {
  if (behind.length === 0) return new Map();
  const { rows } = await journal.query<BacklogRow>(
    `SELECT b.lane, counted.events, oldest.fingerprint, oldest.bytes
     FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS b (lane, applied, wanted)
     CROSS JOIN LATERAL (SELECT count(*) AS events FROM (
       SELECT FROM journal j WHERE j.lane = b.lane AND j.position > b.applied AND j.position <= b.wanted
         AND j.topic = ANY($4::smallint[]) LIMIT ${COUNTED_AT_MOST}) AS capped) AS counted
     LEFT JOIN LATERAL (
       SELECT j.fingerprint, j.bytes FROM journal j WHERE j.lane = b.lane AND j.position > b.applied
         AND j.topic = ANY($4::smallint[]) ORDER BY j.position LIMIT 1) AS oldest ON true`,
    [
      behind.map(({ lane }) => lane),
      behind.map(({ applied }) => applied),
      behind.map(({ wanted }) => wanted),
      ordinals,
    ],
  );
  return new Map(
    rows.map(({ lane, events, fingerprint, bytes }) => [
      lane,
      { events: Number(events), oldestAt: acceptedAt(fingerprint, bytes) },
    ]),
  );
}

function acceptedAt(fingerprint: Buffer | null, bytes: Buffer | null): number | null {
  if (!fingerprint || !bytes) return null;
  try {
    return decodeMeta({ fingerprint, bytes }).acceptedAt;
  } catch (error) {
    if (error instanceof UndecodableEventError) return null; // a newer writer's event: it waits, for a time that is not known
    throw error;
  }
}
