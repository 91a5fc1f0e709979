import type { Pool } from 'pg';
import { topicAt } from '#libs/contracts';
import { prepared } from '#libs/postgres';
import type { JournalRow } from '#libs/event-log';
import type { LaneCursor } from './cursors.js';
import { shareOut } from './share-out.js';

/** Bounds of one request: see stack.md 6 for the rate by records a request. */
export const REQUEST_RECORDS = 1_000;
const REQUEST_BYTES = 4 * 1024 * 1024;
/** Well below what a consumer fetches of a partition at once, since a batch is cut off there. */
const LANE_BYTES = 256 * 1024;
/** What headers, key and frame add to a record. */
const OVERHEAD_BYTES = 900;

interface Row {
  lane: number;
  position: string;
  topic: number;
  key: string;
  fingerprint: Buffer;
  bytes: Buffer;
}

/** The next rows of each lane after its cursor, in order; a lane's first row comes however large it is. @param records of all lanes at most */
export async function readJournalRows(
  pool: Pool,
  lanes: readonly LaneCursor[],
  records = REQUEST_RECORDS,
): Promise<JournalRow[]> {
  const takes = shareOut(
    lanes.map(({ position, head }) => head - position),
    records,
  );
  // Round by round over the lanes, so that a cut by size leaves each lane a gapless beginning.
  const { rows } = await pool.query<Row>(
    prepared(
      `SELECT lane, position, topic, key, fingerprint, bytes FROM (
       SELECT r.*,
         sum(r.size) OVER (PARTITION BY r.lane ORDER BY r.position) AS lane_bytes,
         sum(r.size) OVER (ORDER BY r.position - w.position, r.lane) AS request_bytes,
         r.position = w.position + 1 AS is_first
       FROM unnest($1::integer[], $2::bigint[], $3::bigint[]) AS w (lane, position, take)
       CROSS JOIN LATERAL (
         SELECT j.*, octet_length(j.bytes) + ${OVERHEAD_BYTES} AS size FROM journal j
         WHERE j.lane = w.lane AND j.position > w.position ORDER BY j.position LIMIT w.take
       ) r
     ) sized
     WHERE is_first OR (lane_bytes <= ${LANE_BYTES} AND request_bytes <= ${REQUEST_BYTES})
     ORDER BY lane, position`,
      [lanes.map(({ lane }) => lane), lanes.map(({ position }) => position), takes],
    ),
  );
  return rows.map(journalRow);
}

/** The rows at these places; a place that the journal does not have is left out. */
export async function findJournalRows(
  db: Pick<Pool, 'query'>,
  places: readonly { readonly lane: number; readonly position: number }[],
): Promise<JournalRow[]> {
  const { rows } = await db.query<Row>(
    `SELECT j.lane, j.position, j.topic, j.key, j.fingerprint, j.bytes
     FROM unnest($1::integer[], $2::bigint[]) AS w (lane, position) JOIN journal j USING (lane, position)`,
    [places.map(({ lane }) => lane), places.map(({ position }) => position)],
  );
  return rows.map(journalRow);
}

const journalRow = ({ position, topic, ...row }: Row): JournalRow => ({
  ...row,
  position: Number(position),
  topic: topicAt(topic),
});
