import pg from 'pg';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { migrateViews } from '../../../apps/agency-views/src/database/views-database.js';
import { decodeEvent } from '#libs/contracts';
import { changesOf, schemaOf } from '#libs/projections';
import { createSpecDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { foldChanges } from '../../../libs/projections/src/fold.js';
import { writeRows } from '../../../libs/projections/src/write-rows.js';
import { History } from '../log/history.js';

export const REFERRALS = 1_000_000;
/** Different contents, written by the projection; the rest are copies under ids and times of their own. */
const CONTENTS = 2_000;
const COPIES_AT_ONCE = 100;

export const SCHEMA = schemaOf(agencyViews);
export const TABLE = `${SCHEMA}.referral`;
/** Columns that the database fills in by itself. */
const OWN = /^(driving_priority|urgency|available_at|(recipient|sender)_(decides|waits|returned|overdue|works))$/;

export interface Copying {
  readonly referrals?: number;
  /** Columns of the copies, as SQL over `k`, the number of the copy, and `o`, what is copied (`o.n` counts those). */
  readonly varied?: Readonly<Record<string, string>>;
}

/** The agencies' view of one recipient with a million referrals. */
export class ManyReferrals {
  private constructor(
    readonly url: string,
    readonly pool: pg.Pool,
    private readonly drop: () => Promise<void>,
    private readonly how: Required<Copying>,
  ) {}

  static async create(
    report: (line: string) => void,
    { referrals = REFERRALS, varied = {} }: Copying = {},
  ): Promise<ManyReferrals> {
    const database = await createSpecDatabase();
    const url = database.url('bus_owner');
    await migrateViews(url);
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    const many = new ManyReferrals(url, pool, () => database.drop(), { referrals, varied });
    await many.#writeFirst();
    await many.#copy(report);
    await pool.query(`VACUUM ANALYZE ${TABLE}`);
    await checkpoint(database.url());
    return many;
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.drop();
  }

  async #writeFirst(): Promise<void> {
    const { rows } = new History(CONTENTS);
    const changes = rows.flatMap((row) => changesOf(agencyViews, decodeEvent(row)));
    await inTransaction(this.pool, (tx) => writeRows(tx, SCHEMA, foldChanges(changes)));
  }

  /** Ids and times in one order, as a bus that runs for long would have them. */
  async #copy(report: (line: string) => void): Promise<void> {
    const { rows } = await this.pool.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [TABLE],
    );
    const columns = rows.map(({ name }) => name).filter((name) => !OWN.test(name));
    const { referrals, varied } = this.how;
    const copied = { ...COPIED, ...varied };
    const values = columns.map((name) => copied[name] ?? `o.${name}`);
    await this.pool.query(
      `CREATE TEMP TABLE first AS SELECT row_number() OVER (ORDER BY id) AS n, r.* FROM ${TABLE} r`,
    );
    for (let from = 1; from < referrals / CONTENTS; from += COPIES_AT_ONCE) {
      const to = Math.min(from + COPIES_AT_ONCE, referrals / CONTENTS);
      await this.pool.query(
        `INSERT INTO ${TABLE} (${columns.join(', ')})
         SELECT ${values.join(', ')} FROM generate_series($1::int, $2::int - 1) AS copy (k) CROSS JOIN first o`,
        [from, to],
      );
      report(`views: ${to * CONTENTS} of ${referrals} referrals written`);
    }
  }
}

/** What was written is on its way to the disk no longer when the pages are timed; only a superuser may ask for it. */
async function checkpoint(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CHECKPOINT').finally(() => client.end());
}

/** What of a copy is its own, whatever is varied. */
const COPIED: Readonly<Record<string, string>> = {
  id: `'PH.4.0198c1f0-' || lpad(to_hex(k), 4, '0') || '-7000-8000-' || lpad(to_hex(o.n), 12, '0')`,
  origin: `'PH.4.0198c1f0-' || lpad(to_hex(k), 4, '0') || '-7000-8000-' || lpad(to_hex(o.n), 12, '0')`,
  submitted_at: `o.submitted_at + make_interval(secs => k * 2000 + o.n)`,
  since: `o.since + make_interval(secs => k * 2000 + o.n)`,
};
