import { inTransaction, type Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Outcome } from '../outgoing/outcome.js';
import { type Filing, type LegTold, NOTHING_TOLD } from './filed.js';

/** An item that is to be sent now. */
export interface DueItem {
  readonly number: number;
  readonly item: string;
  readonly type: string;
  readonly referral: string;
  readonly urgent: boolean;
  readonly granted: boolean;
  readonly body: string;
  readonly failures: number;
  /** Since it was filed, in milliseconds. */
  readonly ageMs: number;
}

export interface Due {
  readonly items: readonly DueItem[];
  /** Until the next of the others is due, in milliseconds; null where there is none. */
  readonly nextMs: number | null;
}

/** What a failure changes, in milliseconds from now. */
export interface Failure {
  readonly retryMs: number;
  /** How long the webhook as a whole waits; null: it goes on. */
  readonly breakMs: number | null;
}

/** Another process has moved on with the webhook, or its settings were changed: what this one read is not needed. */
export class MovedOn extends Error {}

/** Of each item so many tries are kept to be looked at. */
const TRIES_KEPT = 10;

/** What is on its way to one webhook. Every step is one transaction: whoever dies between two, the next one finds where it stood. */
export class DeliveryQueue {
  constructor(
    private readonly pool: Pool,
    private readonly webhook: string,
    /** Count of the settings that what is filed was judged by. */
    private readonly settings = 1,
  ) {}

  /** Where it stands in the feed; undefined: before its beginning. */
  async cursor(): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ cursor: string | null }>(
      `SELECT cursor FROM ${schema}.webhook WHERE id = $1`,
      [this.webhook],
    );
    return rows[0]?.cursor ?? undefined;
  }

  async legsOf(referrals: readonly string[]): Promise<Map<string, LegTold>> {
    const { rows } = await this.pool.query<LegTold & { readonly referral: string }>(
      `SELECT referral, sender, receiver, driving, country FROM ${schema}.leg WHERE webhook = $1 AND referral = ANY($2::text[])`,
      [this.webhook, referrals],
    );
    return new Map(rows.map(({ referral, ...told }) => [referral, told]));
  }

  /** Moves the cursor and files what comes before it, at once. @throws MovedOn */
  async file(from: string | undefined, to: string, { items, legs }: Filing): Promise<void> {
    await inTransaction(this.pool, async (tx) => {
      const { rows } = await tx.query<{ base: string }>(
        `UPDATE ${schema}.webhook SET cursor = $3, filed = filed + $4, reading = NULL
         WHERE id = $1 AND cursor IS NOT DISTINCT FROM $2 AND settings = $5 RETURNING filed - $4 AS base`,
        [this.webhook, from ?? null, to, items.length, this.settings],
      );
      const [moved] = rows;
      if (!moved) throw new MovedOn();
      await this.#keepLegs(tx, legs);
      if (items.length > 0)
        await tx.query(
          `INSERT INTO ${schema}.item (webhook, number, item, type, referral, urgent, granted, body)
           SELECT $1, $2 + n, item, type, referral, urgent, granted, body
           FROM unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::text[])
             WITH ORDINALITY AS i (item, type, referral, urgent, granted, body, n)`,
          [
            ...[this.webhook, Number(moved.base)],
            ...(['item', 'type', 'referral', 'urgent', 'granted', 'body'] as const).map((name) =>
              items.map((each) => each[name]),
            ),
          ],
        );
      // one that became urgent takes along what waits of its referral
      const urgent = [...new Set(items.filter((each) => each.urgent).map(({ referral }) => referral))];
      if (urgent.length > 0)
        await tx.query(
          `UPDATE ${schema}.item SET urgent = true, due_at = now()
           WHERE webhook = $1 AND referral = ANY($2::text[]) AND taken_at IS NULL AND NOT urgent`,
          [this.webhook, urgent],
        );
    });
  }

  async #keepLegs(tx: Tx, legs: Filing['legs']): Promise<void> {
    const told = [...legs].filter(([, leg]) => leg !== NOTHING_TOLD);
    if (told.length === 0) return;
    await tx.query(
      `INSERT INTO ${schema}.leg (webhook, referral, sender, receiver, driving, country)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       ON CONFLICT (webhook, referral) DO UPDATE
       SET sender = excluded.sender, receiver = excluded.receiver, driving = excluded.driving, country = excluded.country
       WHERE (leg.sender, leg.receiver, leg.driving, leg.country)
         IS DISTINCT FROM (excluded.sender, excluded.receiver, excluded.driving, excluded.country)`,
      [
        ...[this.webhook, told.map(([referral]) => referral)],
        ...(['sender', 'receiver', 'driving', 'country'] as const).map((name) => told.map(([, leg]) => leg[name])),
      ],
    );
  }

  /** Says why the feed is not read, for its owner to see. */
  async readingFails(code: string): Promise<void> {
    await this.pool.query(`UPDATE ${schema}.webhook SET reading = $2 WHERE id = $1 AND reading IS DISTINCT FROM $2`, [
      this.webhook,
      code,
    ]);
  }

  /**
   * The first of each referral that waits, as far as they are due, what is urgent first. `restMs`: what is not urgent is not
   * due before. `without`: numbers of those that are being sent.
   */
  async due(limit: number, restMs: number, without: readonly number[]): Promise<Due> {
    const { rows } = await this.pool.query<Omit<DueItem, 'number'> & { number: string; dueMs: number }>({
      name: 'due items',
      text: `WITH head AS (
          SELECT DISTINCT ON (referral) * FROM ${schema}.item WHERE webhook = $1 AND taken_at IS NULL ORDER BY referral, number)
        SELECT number, item, type, referral, urgent, granted, failures, body,
          (extract(epoch FROM now() - filed_at) * 1000)::float AS "ageMs", "dueMs"
        FROM head CROSS JOIN LATERAL (SELECT greatest(0, extract(epoch FROM due_at - now()) * 1000,
          CASE WHEN urgent THEN 0 ELSE $4::float END)::float AS "dueMs") AS due
        WHERE number <> ALL ($3::bigint[])
        ORDER BY "dueMs", NOT urgent, number LIMIT $2 + 1`,
      values: [this.webhook, limit, without, restMs],
    });
    const items = rows.filter(({ dueMs }) => dueMs <= 0).slice(0, limit);
    const later = rows.find(({ dueMs }) => dueMs > 0);
    return {
      items: items.map(({ dueMs: _, ...row }) => ({ ...row, number: Number(row.number) })),
      nextMs: later?.dueMs ?? null,
    };
  }

  /** @returns how many wait */
  async waiting(): Promise<number> {
    const { rows } = await this.pool.query<{ count: string }>(
      `SELECT count(*) FROM ${schema}.item WHERE webhook = $1 AND taken_at IS NULL`,
      [this.webhook],
    );
    return Number(rows[0]?.count);
  }

  /** The receiver has it: of a referral that was submitted to it, that is a receipt. */
  async taken(number: number, outcome: Outcome): Promise<void> {
    await this.pool.query({
      name: 'item taken',
      text: `WITH taken AS (
          UPDATE ${schema}.item SET taken_at = now(), tries = ${TRIES}
          WHERE webhook = $1 AND number = $2 AND taken_at IS NULL RETURNING type, referral, body)
        INSERT INTO ${schema}.receipt (referral) SELECT referral FROM taken
        WHERE CASE WHEN type = 'ReferralSubmitted' THEN body::jsonb #>> '{data,viewpoint}' = 'RECIPIENT' END
        ON CONFLICT DO NOTHING`,
      values: [this.webhook, number, tryOf(outcome)],
    });
  }

  /** It takes again: what waited for that is due at once. */
  async recovered(): Promise<void> {
    await this.pool.query(
      `WITH well AS (UPDATE ${schema}.webhook SET failures = 0, failing_since = NULL, broken_until = NULL WHERE id = $1 RETURNING id)
       UPDATE ${schema}.item SET due_at = now() FROM well
       WHERE webhook = well.id AND taken_at IS NULL AND due_at > now()`,
      [this.webhook],
    );
  }

  /** @returns for how long it has taken nothing, in milliseconds */
  async failed(number: number, outcome: Outcome, { retryMs, breakMs }: Failure): Promise<number> {
    const { rows } = await this.pool.query<{ ms: number }>(
      `WITH failed AS (
         UPDATE ${schema}.item SET failures = failures + 1, tries = ${TRIES},
           due_at = now() + make_interval(secs => $4::float / 1000)
         WHERE webhook = $1 AND number = $2 AND taken_at IS NULL)
       UPDATE ${schema}.webhook SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
         broken_until = now() + make_interval(secs => $5::float / 1000)
       WHERE id = $1 RETURNING (extract(epoch FROM now() - failing_since) * 1000)::float AS ms`,
      [this.webhook, number, tryOf(outcome), retryMs, breakMs],
    );
    return rows[0]?.ms ?? 0;
  }
}

/** The last ones, and this one. */
const TRIES = `(SELECT jsonb_agg(value ORDER BY nr) FROM (
    SELECT value, nr FROM jsonb_array_elements(tries || jsonb_build_array($3::jsonb || jsonb_build_object('at', now())))
      WITH ORDINALITY AS t (value, nr) ORDER BY nr DESC LIMIT ${TRIES_KEPT}) AS kept)`;

const tryOf = ({ code, status, ms }: Outcome): string => JSON.stringify({ outcome: code, status, ms });
