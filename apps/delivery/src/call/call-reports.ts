import { prepared } from '#libs/postgres';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { CallReport, FeedDoor } from '../feed/feed-door.js';
import type { WaitingNews } from '../sending/passing-on.js';
import { type Call, type CallChannel, idOfWay } from './call.js';

type Row = Pick<Call, 'event' | 'agency' | 'role' | 'referral' | 'step' | 'cause'> &
  CallChannel & {
    readonly registered: boolean;
    readonly outcome: string | null;
    readonly tried_at: Date | null;
    readonly taken_at: Date | null;
    readonly due_at: Date | null;
    readonly ended_by: string | null;
    readonly version: number;
  };

/** What was tried and what came of it, for where escalations are shown; never backwards, which the version of each sees to. */
export const callReportsOf = (pool: Pool, door: Pick<FeedDoor, 'called'>): WaitingNews<Row> => ({
  words: { part: 'delivery-calls', code: 'CALL_REPORTS_AWAY', what: 'what was tried is not shown yet' },
  everyMs: 500,
  atOnce: 200,
  read: async (limit) => {
    const { rows } = await pool.query<Row>(
      prepared(
        `SELECT c.event, c.agency, c.role, c.referral, c.step, c.cause, c.ended_by, o.kind, o.address, o.registered, o.messages,
           o.failures, o.outcome, o.tried_at, o.taken_at, o.due_at, o.version
         FROM ${schema}.call_channel AS o JOIN ${schema}.call AS c USING (event, agency, role)
         WHERE o.told < o.version LIMIT $1`,
        [limit],
      ),
    );
    return rows;
  },
  pass: (rows) => door.called(rows.map(reportOf)),
  note: async (rows) => {
    await pool.query(
      prepared(
        `UPDATE ${schema}.call_channel AS o SET told = greatest(o.told, t.version)
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[])
           AS t (event, agency, role, kind, address, version)
         WHERE (o.event, o.agency, o.role, o.kind, o.address) = (t.event, t.agency, t.role, t.kind, t.address)`,
        NOTED.map((name) => rows.map((row) => row[name])),
      ),
    );
  },
});

const NOTED = ['event', 'agency', 'role', 'kind', 'address', 'version'] as const;

const reportOf = (row: Row): CallReport => ({
  id: idOfWay(row),
  version: row.version,
  referral: row.referral,
  step: row.step,
  cause: row.cause,
  agency: row.agency,
  role: row.role,
  channel: row.kind,
  registered: row.registered,
  messages: row.messages,
  failures: row.failures,
  outcome: row.outcome,
  triedAt: row.tried_at?.toISOString() ?? null,
  takenAt: row.taken_at?.toISOString() ?? null,
  nextAt: row.due_at?.toISOString() ?? null,
  endedBy: row.ended_by,
});
