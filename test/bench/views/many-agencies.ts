import pg from 'pg';
import { type BusEvent, decodeEvent, type EventData } from '#libs/contracts';
import { type DecodedRecord, projectionApplier } from '#libs/projections';
import { createSpecDatabase, LaneHistory, type SpecDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { migrateViews } from '../../../apps/agency-views/src/database/views-database.js';
import { agencyFeed } from '../../../apps/agency-views/src/feed/feed.projection.js';
import { Random } from '../events/random.js';
import { gradeOf, receiver, submissionOf } from '../events/submission.js';

export const REFERRALS = 20_000;
const LANES = 32;
const FIRST_LANE = 1;
const BATCH = 1_000;
const EVENTS = 3;

/** The agencies' database with so many referrals, between as many agencies as is said. */
export class ManyAgencies {
  private constructor(
    private readonly database: SpecDatabase,
    /** Each sends as many as it is sent. */
    readonly agencies: readonly string[],
    /** Of the database, when all was written and cleaned up. */
    readonly bytes: number,
  ) {}

  static async fill(agencies: number): Promise<ManyAgencies> {
    const names = Array.from({ length: agencies }, (_, n) => `PH-${String(n).padStart(4, '0')}`);
    const database = await createSpecDatabase();
    await migrateViews(database.url('bus_owner'));
    const pool = new pg.Pool({ connectionString: database.url('bus_owner'), max: 1 });
    const views = [agencyViews, agencyFeed];
    // as it stands since these versions first started: nobody has to wait for the app's consumers
    for (const { name, version } of views)
      await pool.query('INSERT INTO bus.live (consumer, version) VALUES ($1, $2)', [name, version]);
    const appliers = views.map((projection) => projectionApplier(projection));
    for (const { rows } of lanesOf(names))
      for (let from = 0; from < rows.length; from += BATCH) {
        const records = rows.slice(from, from + BATCH).map(decoded);
        await inTransaction(pool, async (tx) => {
          for (const applier of appliers) await applier.apply(tx, records);
        });
      }
    await pool.query('VACUUM ANALYZE');
    const { rows } = await pool.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
    await pool.end();
    return new ManyAgencies(database, names, Number(rows[0]?.bytes));
  }

  get url(): string {
    return this.database.url('bus_owner');
  }

  /** What the feeds of all agencies hold together: an event is told to its sender and to its recipient. */
  get items(): number {
    return REFERRALS * EVENTS * 2;
  }

  drop(): Promise<void> {
    return this.database.drop();
  }
}

/** From each agency to the next one, in turn. */
function lanesOf(names: readonly string[]): LaneHistory[] {
  const random = new Random(7);
  const lanes = Array.from({ length: LANES }, (_, at) => new LaneHistory(FIRST_LANE + at));
  const nameAt = (at: number): string => names[at % names.length] ?? '';
  for (let referral = 0; referral < REFERRALS; referral++)
    lanes[random.below(LANES)]?.append(eventsOf(random, nameAt(referral), nameAt(referral + 1)), referral);
  return lanes;
}

const STATED = { side: 'SENDER', rules: 'escalation/1', riskAssessment: null, externalPriority: null } as const;

function eventsOf(random: Random, from: string, to: string): BusEvent[] {
  const { role, country } = receiver;
  const [sender, recipient] = [from, to].map((agency) => ({ agency, role, country }));
  const submission = { ...submissionOf(random), from: sender, to: recipient } as EventData<'ReferralSubmitted'>;
  const { level, reasons } = gradeOf(random);
  return [
    { type: 'ReferralSubmitted', data: submission },
    { type: 'PrioritySet', data: { ...STATED, by: from, level, reasons: [...reasons] } },
    { type: 'ReferralReceived', data: { by: to, rules: { set: 'referral', version: 1 } } },
  ];
}

// What the appliers go by: place and event.
function decoded(row: LaneHistory['rows'][number]): DecodedRecord {
  return { record: row, event: decodeEvent(row), fault: null } as unknown as DecodedRecord;
}
