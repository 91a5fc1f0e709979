import { inTransaction, type Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { Gathering } from '../database/gathering.js';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import { type FiledItem, type LegTold, NOTHING_TOLD, type Filing } from './filed.js';

interface AskedLegs {
  readonly webhook: string;
  readonly referrals: readonly string[];
}

/** What was told of referrals to webhooks. */
export const legRounds = (pool: Pool): Gathering<AskedLegs, Map<string, LegTold>> =>
  new Gathering({
    keyOf: ({ webhook }) => webhook,
    ask: async (asked) => {
      const { rows } = await pool.query<LegTold & { readonly webhook: string; readonly referral: string }>({
        name: 'told legs',
        text: `SELECT webhook, referral, sender, receiver, driving, country
          FROM unnest($1::uuid[], $2::text[]) AS asked (webhook, referral) JOIN ${schema}.leg USING (webhook, referral)`,
        values: columns(
          asked.flatMap(({ webhook, referrals }) => referrals.map((each) => [webhook, each])),
          2,
        ),
      });
      const known = Map.groupBy(rows, ({ webhook }) => webhook);
      return asked.map(
        ({ webhook }) =>
          new Map(known.get(webhook)?.map(({ webhook: _, referral, ...told }): [string, LegTold] => [referral, told])),
      );
    },
  });

export interface AskedFiling {
  readonly webhook: string;
  /** Places in the feed; undefined: before its beginning. */
  readonly from: string | undefined;
  readonly to: string;
  /** Count of the settings that it was judged by. */
  readonly settings: number;
  readonly filing: Filing;
}

/** MOVED_ON: the webhook is not at that place, or not under these settings, any more. */
export type FilingAnswer = 'FILED' | 'MOVED_ON';

interface Moved extends AskedFiling {
  /** Number of its last item before these. */
  readonly base: number;
}

/** Moves cursors and files what comes before them, all of it in one transaction. */
export const filingRounds = (pool: Pool): Gathering<AskedFiling, FilingAnswer> =>
  new Gathering({
    keyOf: ({ webhook }) => webhook,
    ask: (asked, alone) =>
      inTransaction(pool, async (tx) => {
        const bases = await move(tx, asked, alone);
        const moved = asked.flatMap((each): Moved[] => {
          const base = bases.get(each.webhook);
          return typeof base === 'string' ? [{ ...each, base: Number(base) }] : [];
        });
        await keepLegs(tx, moved);
        await fileItems(tx, moved);
        await hurry(tx, moved);
        return asked.map(({ webhook }) => {
          const base = bases.get(webhook);
          if (base === undefined && !alone) return undefined;
          return typeof base === 'string' ? 'FILED' : 'MOVED_ON';
        });
      }),
  });

/** @returns the numbers before theirs; null: moved on; nothing for those that another holds, or that are gone */
async function move(
  tx: Tx,
  asked: readonly AskedFiling[],
  alone: boolean,
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await tx.query<{ id: string; base: string | null }>({
    name: alone ? 'one webhook moved' : 'webhooks moved',
    text: `WITH held AS MATERIALIZED (
        SELECT id FROM ${schema}.webhook WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE ${alone ? '' : 'SKIP LOCKED'}
      ), moved AS (
        UPDATE ${schema}.webhook w SET cursor = m.next, filed = filed + m.count, reading = NULL
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[]) AS m (id, was, next, settings, count)
          JOIN held USING (id)
        WHERE w.id = m.id AND w.cursor IS NOT DISTINCT FROM m.was AND w.settings = m.settings
        RETURNING w.id, w.filed - m.count AS base)
      SELECT id, base FROM held LEFT JOIN moved USING (id)`,
    values: columns(
      asked.map(({ webhook, from, to, settings, filing }) => [
        webhook,
        from ?? null,
        to,
        settings,
        filing.items.length,
      ]),
      5,
    ),
  });
  return new Map(rows.map(({ id, base }) => [id, base]));
}

async function keepLegs(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const told = moved.flatMap(({ webhook, filing }) =>
    [...filing.legs]
      .filter(([, leg]) => leg !== NOTHING_TOLD)
      .map(([referral, { sender, receiver, driving, country }]) => [
        ...[webhook, referral, sender, receiver, driving, country],
      ]),
  );
  if (told.length === 0) return;
  await tx.query({
    name: 'legs kept',
    text: `INSERT INTO ${schema}.leg (webhook, referral, sender, receiver, driving, country)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      ON CONFLICT (webhook, referral) DO UPDATE
      SET sender = excluded.sender, receiver = excluded.receiver, driving = excluded.driving, country = excluded.country
      WHERE (leg.sender, leg.receiver, leg.driving, leg.country)
        IS DISTINCT FROM (excluded.sender, excluded.receiver, excluded.driving, excluded.country)`,
    values: columns(told, 6),
  });
}

const ITEM_FIELDS = ['item', 'type', 'referral', 'urgent', 'granted', 'body'] as const satisfies (keyof FiledItem)[];

async function fileItems(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const items = moved.flatMap(({ webhook, base, filing }) =>
    filing.items.map((item, nth) => [webhook, base + nth + 1, ...ITEM_FIELDS.map((field) => item[field])]),
  );
  if (items.length === 0) return;
  await tx.query({
    name: 'items filed',
    text: `INSERT INTO ${schema}.item (webhook, number, ${ITEM_FIELDS.join(', ')})
      SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::boolean[], $8::text[])`,
    values: columns(items, 2 + ITEM_FIELDS.length),
  });
}

/** One that became urgent takes along what waits of its referral. */
async function hurry(tx: Tx, moved: readonly Moved[]): Promise<void> {
  const urgent = moved.flatMap(({ webhook, filing: { items } }) =>
    [...new Set(items.filter((each) => each.urgent).map(({ referral }) => referral))].map((each) => [webhook, each]),
  );
  if (urgent.length === 0) return;
  await tx.query({
    name: 'items hurried',
    text: `UPDATE ${schema}.item i SET urgent = true, due_at = now()
      FROM unnest($1::uuid[], $2::text[]) AS u (webhook, referral)
      WHERE i.webhook = u.webhook AND i.referral = u.referral AND i.taken_at IS NULL AND NOT i.urgent`,
    values: columns(urgent, 2),
  });
}

/** Rows as the arrays that `unnest` takes: one for each column. */
function columns(rows: readonly (readonly unknown[])[], count: number): unknown[][] {
  return Array.from({ length: count }, (_, at) => rows.map((row) => row[at]));
}
