import { BoundedClient, hear, inTransaction, prepared } from '#libs/postgres';
import { quoted, schemaOf } from '#libs/projections';
import { Pool } from 'pg';
import { agencyViews } from '../agency-views.projection.js';
import { UNRETRIEVED } from '../delivery/delivery.columns.js';
import { referralTable } from '../referral/referral.table.js';
import { RETRIEVALS } from './retrieval.table.js';

/** A referral that its recipient has fetched, and when. */
export interface Retrieval {
  readonly number: number;
  readonly referral: string;
  readonly at: Date;
}

interface Waiting {
  readonly referrals: readonly string[];
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** An address up to which an agency has been told what is in a lane. */
export interface Told {
  readonly lane: number;
  readonly position: number;
}

const table = `${quoted(schemaOf(agencyViews))}.${quoted(referralTable.name)}`;
/** Of one agency, what is looked at once. */
const AT_ONCE = 1_000;
/** For a free connection. */
const WAIT_MS = 3_000;
const STATEMENT_MS = 5_000;
/** One lock of this database, under which numbers are taken in the order of commit. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('retrievals'))`;

/** Receipts of retrieval. What is noted while others are written is written together. */
export class Retrievals {
  readonly #pool: Pool;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(databaseUrl: string) {
    this.#pool = new Pool({
      connectionString: databaseUrl,
      application_name: 'agency-receipts',
      Client: BoundedClient,
      max: 2,
      connectionTimeoutMillis: WAIT_MS,
      statement_timeout: STATEMENT_MS,
    });
    hear(this.#pool);
  }

  /** Resolves when they are kept; what was kept before is not written again. */
  note(referrals: readonly string[]): Promise<void> {
    if (referrals.length === 0) return Promise.resolve();
    return new Promise((kept, failed) => {
      this.#waiting.push({ referrals, kept, failed });
      this.#writing ??= this.#write().finally(() => (this.#writing = null));
    });
  }

  /** In their order, from after a number on. */
  async since(number: number, limit: number): Promise<Retrieval[]> {
    const { rows } = await this.#pool.query<Omit<Retrieval, 'number'> & { readonly number: string }>(
      prepared(`SELECT number, referral, at FROM ${RETRIEVALS} WHERE number > $1 ORDER BY number LIMIT $2`, [
        number,
        limit,
      ]),
    );
    return rows.map((row) => ({ ...row, number: Number(row.number) }));
  }

  /** Which of these referrals can be read here, and since when. */
  async available(referrals: readonly string[]): Promise<{ readonly referral: string; readonly at: Date }[]> {
    if (referrals.length === 0) return [];
    const { rows } = await this.#pool.query<{ readonly referral: string; readonly at: Date }>(
      prepared(`SELECT id AS referral, available_at AS at FROM ${table} WHERE id = ANY($1::text[])`, [referrals]),
    );
    return rows;
  }

  /**
   * What an agency was told of by a feed, and is not noted yet; `whole`: there is no more of it.
   * @param synthetic exercises only, or real work only
   */
  async unnoted(
    agency: string,
    synthetic: boolean,
    told: readonly Told[],
  ): Promise<{ readonly referrals: readonly string[]; readonly whole: boolean }> {
    if (told.length === 0) return { referrals: [], whole: true };
    const { rows } = await this.#pool.query<{ readonly id: string }>(
      prepared(
        `SELECT id FROM unnest($3::int[], $4::bigint[]) AS told (lane, position)
         JOIN ${table} AS referral ON recipient_agency = $1 AND synthetic = $2 AND referral.lane = told.lane
           AND submission <= told.position AND ${UNRETRIEVED}
         WHERE NOT EXISTS (SELECT FROM ${RETRIEVALS} kept WHERE kept.referral = id) LIMIT ${AT_ONCE}`,
        [agency, synthetic, told.map(({ lane }) => lane), told.map(({ position }) => position)],
      ),
    );
    return { referrals: rows.map(({ id }) => id), whole: rows.length < AT_ONCE };
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#pool.end();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#keep([...new Set(batch.flatMap(({ referrals }) => referrals))]);
        for (const { kept } of batch) kept();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
  }

  async #keep(referrals: readonly string[]): Promise<void> {
    await inTransaction(this.#pool, async (tx) => {
      await tx.query(LOCK);
      await tx.query(
        prepared(
          `INSERT INTO ${RETRIEVALS} (referral) SELECT * FROM unnest($1::text[]) ON CONFLICT (referral) DO NOTHING`,
          [referrals],
        ),
      );
    });
  }
}
