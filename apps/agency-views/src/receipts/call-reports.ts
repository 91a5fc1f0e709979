import { BoundedClient, hear, prepared } from '#libs/postgres';
import { Pool } from 'pg';
import { z } from 'zod';
import { CALL_REPORTS } from './call-report.table.js';

const moment = z.iso.datetime().nullable();

/** What came of one channel of a call, as delivery says it. */
export const callReport = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  referral: z.string().max(80),
  step: z.int().nullable(),
  cause: z.string().max(40),
  agency: z.string().max(40),
  role: z.string().max(40),
  channel: z.enum(['WEBHOOK', 'SMTP', 'NONE']),
  registered: z.boolean(),
  messages: z.int().min(0),
  failures: z.int().min(0),
  outcome: z.string().max(40).nullable(),
  triedAt: moment,
  takenAt: moment,
  nextAt: moment,
  endedBy: z.string().max(60).nullable(),
});

export type CallReport = z.output<typeof callReport>;

/** A report as it is kept. */
export interface CallRow {
  readonly referral: string;
  readonly step: number | null;
  readonly cause: string;
  readonly agency: string;
  readonly role: string;
  readonly channel: string;
  readonly messages: number;
  readonly failures: number;
  readonly outcome: string | null;
  readonly tried_at: Date | null;
  readonly taken_at: Date | null;
  readonly next_at: Date | null;
  readonly ended_by: string | null;
}

/** For a free connection. */
const WAIT_MS = 3_000;
const STATEMENT_MS = 5_000;

/** What was tried to reach people, and what came of it. */
export class CallReports {
  readonly #pool: Pool;

  constructor(databaseUrl: string) {
    this.#pool = new Pool({
      connectionString: databaseUrl,
      application_name: 'agency-call-reports',
      Client: BoundedClient,
      max: 2,
      connectionTimeoutMillis: WAIT_MS,
      statement_timeout: STATEMENT_MS,
    });
    hear(this.#pool);
  }

  /** Together, in one order whoever writes; an earlier report that comes late changes nothing. */
  async keep(reports: readonly CallReport[]): Promise<void> {
    if (reports.length === 0) return;
    const latest = [...Map.groupBy(reports, ({ id }) => id).values()].flatMap(
      (each) => each.toSorted((one, other) => other.version - one.version)[0] ?? [],
    );
    await this.#pool.query(
      prepared(
        `INSERT INTO ${CALL_REPORTS} AS kept
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, version integer, referral text, step integer, cause text,
           agency text, role text, channel text, registered boolean, messages integer, failures integer, outcome text,
           "triedAt" timestamptz, "takenAt" timestamptz, "nextAt" timestamptz, "endedBy" text) ORDER BY id
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, registered = excluded.registered,
           messages = excluded.messages, failures = excluded.failures, outcome = excluded.outcome, tried_at = excluded.tried_at,
           taken_at = excluded.taken_at, next_at = excluded.next_at, ended_by = excluded.ended_by
         WHERE kept.version < excluded.version`,
        [JSON.stringify(latest)],
      ),
    );
  }

  /** Of these referrals, the first step first. */
  async of(referrals: readonly string[]): Promise<ReadonlyMap<string, readonly CallRow[]>> {
    if (referrals.length === 0) return new Map();
    const { rows } = await this.#pool.query<CallRow>(
      prepared(
        `SELECT referral, step, cause, agency, role, channel, messages, failures, outcome, tried_at, taken_at, next_at, ended_by
         FROM ${CALL_REPORTS} WHERE referral = ANY($1::text[]) AND registered
         ORDER BY referral, step NULLS FIRST, agency, role, channel, id`,
        [referrals],
      ),
    );
    return Map.groupBy(rows, ({ referral }) => referral);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
