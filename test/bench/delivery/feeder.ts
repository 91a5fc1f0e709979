import { decodeEvent } from '#libs/contracts';
import { bookkeepingSchema, busTimeSchema, type DecodedRecord, projectionApplier } from '#libs/projections';
import { createSpecDatabase, LaneHistory, type SpecDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import pg from 'pg';
import { migrateViews } from '../../../apps/agency-views/src/database/views-database.js';
import { FEED_CHANNEL } from '../../../apps/agency-views/src/feed/feed.derived.sql.js';
import { agencyFeed } from '../../../apps/agency-views/src/feed/feed.projection.js';
import { Random } from '../events/random.js';
import { submissionOf } from '../events/submission.js';
import { receivers } from './agencies.js';

const LANE = 1;

/** The tables of the feed, and a hand that files submissions in them as the feed's consumer does. */
export class Feeder {
  readonly #history = new LaneHistory(LANE);
  readonly #random = new Random(11);
  readonly #applier = projectionApplier(agencyFeed);
  #leg = 0;

  private constructor(
    private readonly database: SpecDatabase,
    private readonly pool: pg.Pool,
  ) {}

  /** Each agency lets the bus read its feed. */
  static async create(): Promise<Feeder> {
    const database = await createSpecDatabase();
    const url = database.url('bus_owner');
    await migrateViews(url);
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    for (const statement of [...bookkeepingSchema(), ...busTimeSchema()]) await pool.query(statement);
    await pool.query(`INSERT INTO bus.live (consumer, version) VALUES ($1, $2)`, [agencyFeed.name, agencyFeed.version]);
    await pool.query(`INSERT INTO agency_feed.delegate (agency, role) SELECT unnest($1::text[]), 'LE_UNIT'`, [
      receivers.map(({ agency }) => agency),
    ]);
    return new Feeder(database, pool);
  }

  get name(): string {
    return this.database.name;
  }

  get url(): string {
    return this.database.url('bus_owner');
  }

  /** Referrals, each to the next of the agencies, in one transaction. @returns their ids, and when they could be read, in ms since 1970 */
  async submit(count: number): Promise<readonly (readonly [referral: string, at: number])[]> {
    const made = Array.from({ length: count }, () => this.#submission());
    await inTransaction(this.pool, (tx) =>
      this.#applier.apply(
        tx,
        made.map(({ record }) => record),
      ),
    );
    const at = Date.now();
    const told = [...new Set(made.map(({ agency }) => agency))].join(' ');
    await this.pool.query(`SELECT pg_notify('${FEED_CHANNEL}', $1)`, [told]);
    return made.map(({ referral }) => [referral, at]);
  }

  #submission(): { readonly referral: string; readonly agency: string; readonly record: DecodedRecord } {
    this.#leg += 1;
    const to = receivers[this.#leg % receivers.length];
    if (!to) throw new RangeError('nobody to send to');
    this.#history.append([{ type: 'ReferralSubmitted', data: { ...submissionOf(this.#random), to } }], this.#leg);
    const row = this.#history.rows.at(-1);
    if (!row) throw new RangeError('no row');
    const record = { record: row, event: decodeEvent(row), fault: null } as unknown as DecodedRecord;
    return { referral: String(row.key), agency: to.agency, record };
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }
}
