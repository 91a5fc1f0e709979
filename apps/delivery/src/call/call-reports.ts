import { type Logger, Turns } from '#libs/platform';
import { prepared } from '#libs/postgres';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { CallReport, FeedDoor } from '../feed/feed-door.js';
import { type Call, type CallChannel, idOfWay } from './call.js';

const EVERY_MS = 500;
const AWAY_MS = 5_000;
const AT_ONCE = 200;

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

/** Passes on what was tried and what came of it to where escalations are shown; repeated when anything dies, and never backwards. */
export class CallReports {
  readonly #turns = new Turns(() => this.#turn());

  constructor(
    private readonly pool: Pool,
    private readonly door: Pick<FeedDoor, 'called'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.#turns.start();
  }

  async stop(): Promise<void> {
    await this.#turns.stop();
  }

  /** @returns how long to wait before the next, in milliseconds */
  async #turn(): Promise<number> {
    try {
      const { rows } = await this.pool.query<Row>(
        prepared(
          `SELECT c.event, c.agency, c.role, c.referral, c.step, c.cause, c.ended_by, o.kind, o.address, o.registered, o.messages,
             o.failures, o.outcome, o.tried_at, o.taken_at, o.due_at, o.version
           FROM ${schema}.call_channel AS o JOIN ${schema}.call AS c USING (event, agency, role)
           WHERE o.told < o.version LIMIT ${AT_ONCE}`,
          [],
        ),
      );
      if (rows.length === 0) return EVERY_MS;
      await this.door.called(rows.map(reportOf));
      await this.#keepTold(rows);
      return rows.length === AT_ONCE ? 0 : EVERY_MS;
    } catch (err) {
      this.logger.warn({ err, part: 'delivery-calls', code: 'CALL_REPORTS_AWAY' }, 'what was tried is not shown yet');
      return AWAY_MS;
    }
  }

  async #keepTold(rows: readonly Row[]): Promise<void> {
    await this.pool.query(
      prepared(
        `UPDATE ${schema}.call_channel AS o SET told = greatest(o.told, t.version)
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[])
           AS t (event, agency, role, kind, address, version)
         WHERE (o.event, o.agency, o.role, o.kind, o.address) = (t.event, t.agency, t.role, t.kind, t.address)`,
        [
          ...(['event', 'agency', 'role', 'kind', 'address', 'version'] as const).map((name) =>
            rows.map((row) => row[name]),
          ),
        ],
      ),
    );
  }
}

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
