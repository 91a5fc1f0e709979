import pg from 'pg';
import { decodeEvent } from '#libs/contracts';
import { bookkeepingSchema, busTimeSchema, type DecodedRecord, projectionApplier, schemaOf } from '#libs/projections';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { migrateViews } from '../../../apps/agency-views/src/database/views-database.js';
import { agencyFeed } from '../../../apps/agency-views/src/feed/feed.projection.js';
import { receiver } from '../events/submission.js';
import { History } from '../log/history.js';

const REFERRALS = 20_000;
/** As many as a busy agency's own jurisdiction may have. */
const LANES = 8;
const BATCH = 1_000;

/** What is left of a page when nothing but the index is asked: the agency's items with their events, lane by lane. */
const BARE = `
  SELECT i.lane, i.position, i.source, e.* FROM ${schemaOf(agencyFeed)}.item i
  JOIN ${schemaOf(agencyFeed)}.event e ON e.lane = i.lane AND e.position = i.source
  WHERE i.agency = $1 AND i.lane = $2 AND (i.position, i.source) > ($3, $4) ORDER BY i.position, i.source LIMIT $5`;

/** The feed of one agency, filled as its consumer fills it. */
export class FeedTables {
  private constructor(
    private readonly database: SpecDatabase,
    private readonly pool: pg.Pool,
    private readonly history: History,
  ) {}

  static async fill(): Promise<FeedTables> {
    const database = await createSpecDatabase();
    const url = database.url('bus_owner');
    await migrateViews(url);
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    for (const statement of [...bookkeepingSchema(), ...busTimeSchema()]) await pool.query(statement);
    await pool.query(`INSERT INTO bus.live (consumer, version) VALUES ($1, $2)`, [agencyFeed.name, agencyFeed.version]);
    const history = new History(REFERRALS, LANES);
    const applier = projectionApplier(agencyFeed);
    for (const { rows } of history.lanes) {
      for (let from = 0; from < rows.length; from += BATCH) {
        const records = rows.slice(from, from + BATCH).map((row) => decoded(row));
        await inTransaction(pool, (tx) => applier.apply(tx, records));
      }
    }
    await pool.query('VACUUM ANALYZE');
    return new FeedTables(database, pool, history);
  }

  get url(): string {
    return this.database.url('bus_owner');
  }

  /** Every event is told to the agency. */
  get items(): number {
    return this.history.lanes.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** Items a second by the index alone, in pages of `limit`, over one connection. */
  async bareRate(limit: number): Promise<number> {
    const begun = performance.now();
    let read = 0;
    for (const { lane } of this.history.lanes) {
      let last: readonly [string, string] = ['0', '0'];
      for (;;) {
        const { rows } = await this.pool.query<{ position: string; source: string }>({
          name: 'bare',
          text: BARE,
          values: [receiver.agency, lane, ...last, limit],
        });
        read += rows.length;
        const end = rows.at(-1);
        if (!end) break;
        last = [end.position, end.source];
      }
    }
    if (read !== this.items) throw new Error(`${read} of ${this.items} were read`);
    return (read / (performance.now() - begun)) * 1_000;
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await this.database.drop();
  }
}

// What the applier goes by: place and event.
function decoded(row: History['rows'][number]): DecodedRecord {
  return { record: row, event: decodeEvent(row), fault: null } as unknown as DecodedRecord;
}
