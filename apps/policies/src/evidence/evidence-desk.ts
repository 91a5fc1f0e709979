import type { ReachedStep } from '#libs/domain';
import { inTransaction, prepared } from '#libs/postgres';
import type { Pool } from 'pg';
import { POLICIES_SCHEMA as schema } from '../policies.js';
import type { Receipts } from './evidence-door.js';

/** A leg of which more is known than its log says. */
export interface KnownLeg {
  readonly leg: string;
  /** 1 relayed, 2 available, 3 retrieved. */
  readonly known: number;
  readonly attempts: number;
  /** For how long each step has been reached, in ms. */
  readonly reached: readonly { readonly step: ReachedStep; readonly agoMs: number }[];
}

/** What is asked for, and after which receipt. */
interface Question {
  readonly legs: readonly string[];
  readonly after: number;
}

interface KnownRow {
  readonly leg: string;
  readonly known: number;
  readonly attempts: number;
  readonly relayed: number;
  readonly available: number | null;
  readonly retrieved: number | null;
}

/** As many as one question may name. */
export const ASKED_AT_ONCE = 500;
export const SAID_AT_ONCE = 256;
/** How long a leg is its taker's. When the taker dies it is taken again; when it is only slow, the key makes both one. */
const LEASE_SECONDS = 5;
/** Relaying alone is said when nothing more came by then: mostly a leg is available a moment later, and both are one event. */
const ALONE_SECONDS = 2;
const LONGEST_SECONDS = 30;

const ago = (column: string): string =>
  `round(extract(epoch FROM clock_timestamp() - ${column}) * 1000)::float8 AS ${column.replace(/^e\.|_at$/g, '')}`;

/** Evidence of delivery in the consumer's database: what is known, and what was said of it. */
export class EvidenceDesk {
  constructor(private readonly pool: Pool) {}

  /** Legs that are not known to be available are asked about again and again, the longer the seldomer. */
  async question(): Promise<Question> {
    const { rows } = await this.pool.query<{ number: string; legs: string[] | null }>(
      prepared(
        `WITH asked AS (
           UPDATE ${schema}.evidence AS e SET ask_at = clock_timestamp() +
             least(interval '${LONGEST_SECONDS} s', greatest(interval '250 ms', (clock_timestamp() - relayed_at) / 4))
           FROM (SELECT leg FROM ${schema}.evidence WHERE known < 2 AND said < 2 AND ask_at <= clock_timestamp()
                 ORDER BY ask_at LIMIT $1 FOR UPDATE SKIP LOCKED) AS due
           WHERE e.leg = due.leg RETURNING e.leg)
         SELECT number, (SELECT array_agg(leg) FROM asked) AS legs FROM ${schema}.receipts`,
        [ASKED_AT_ONCE],
      ),
    );
    return { legs: rows[0]?.legs ?? [], after: Number(rows[0]?.number ?? 0) };
  }

  /** Receipts with the number that they reach to, at once. A leg may be retrieved before its submission was read here. */
  async file({ available, retrieved }: Receipts): Promise<void> {
    if (available.length + retrieved.length === 0) return;
    await inTransaction(this.pool, async (tx) => {
      if (available.length > 0)
        await tx.query(
          `UPDATE ${schema}.evidence AS e SET available_at = a.at, due_at = clock_timestamp()
           FROM unnest($1::text[], $2::timestamptz[]) AS a (leg, at) WHERE e.leg = a.leg AND e.available_at IS NULL`,
          columns(available),
        );
      if (retrieved.length === 0) return;
      await tx.query(
        `INSERT INTO ${schema}.evidence (leg, retrieved_at) SELECT * FROM unnest($1::text[], $2::timestamptz[])
         ON CONFLICT (leg) DO UPDATE SET retrieved_at = excluded.retrieved_at, due_at = clock_timestamp()
         WHERE evidence.retrieved_at IS NULL`,
        columns(retrieved),
      );
      const last = retrieved.at(-1)?.number ?? 0;
      await tx.query(`UPDATE ${schema}.receipts SET number = $1 WHERE number < $1`, [last]);
    });
  }

  /** What is known and not said, those that wait longest first. */
  async take(): Promise<KnownLeg[]> {
    const { rows } = await this.pool.query<KnownRow>(
      prepared(
        `UPDATE ${schema}.evidence AS e SET due_at = clock_timestamp() + interval '${LEASE_SECONDS} s', attempts = e.attempts + 1
         FROM (SELECT leg FROM ${schema}.evidence WHERE said < known AND due_at <= clock_timestamp()
                 AND (known > 1 OR relayed_at <= clock_timestamp() - interval '${ALONE_SECONDS} s')
               ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED) AS due
         WHERE e.leg = due.leg
         RETURNING e.leg, e.known, e.attempts, ${['relayed_at', 'available_at', 'retrieved_at'].map((each) => ago(`e.${each}`)).join(', ')}`,
        [SAID_AT_ONCE],
      ),
    );
    return rows.map(({ leg, known, attempts, relayed, available, retrieved }) => ({
      ...{ leg, known, attempts },
      reached: [
        { step: 'RELAYED' as const, agoMs: relayed },
        ...(available === null ? [] : [{ step: 'AVAILABLE' as const, agoMs: available }]),
        ...(retrieved === null ? [] : [{ step: 'RETRIEVED' as const, agoMs: retrieved }]),
      ],
    }));
  }

  /** It stands in the log of each leg, or will never: as far as it was known when it was taken. */
  async said(legs: readonly Pick<KnownLeg, 'leg' | 'known'>[]): Promise<void> {
    if (legs.length === 0) return;
    await this.pool.query(
      prepared(
        `UPDATE ${schema}.evidence AS e SET said = s.known, attempts = 0, due_at = clock_timestamp()
         FROM unnest($1::text[], $2::smallint[]) AS s (leg, known) WHERE e.leg = s.leg AND e.said < s.known`,
        [legs.map(({ leg }) => leg), legs.map(({ known }) => known)],
      ),
    );
  }

  /** Not now: the longer the seldomer. */
  async postpone(legs: readonly KnownLeg[]): Promise<void> {
    if (legs.length === 0) return;
    await this.pool.query(
      `UPDATE ${schema}.evidence AS e SET due_at = clock_timestamp() + make_interval(secs => p.seconds)
       FROM unnest($1::text[], $2::float8[]) AS p (leg, seconds) WHERE e.leg = p.leg`,
      [
        legs.map(({ leg }) => leg),
        legs.map(({ attempts }) => Math.min(LONGEST_SECONDS, 0.1 * 2 ** Math.min(attempts, 10))),
      ],
    );
  }

  /** Legs of which more is known than was said. */
  async waiting(): Promise<number> {
    const { rows } = await this.pool.query<{ count: string }>(
      `SELECT count(*) FROM ${schema}.evidence WHERE said < known`,
    );
    return Number(rows[0]?.count);
  }
}

const columns = (receipts: readonly { readonly referral: string; readonly at: string }[]): unknown[] => [
  receipts.map(({ referral }) => referral),
  receipts.map(({ at }) => at),
];
