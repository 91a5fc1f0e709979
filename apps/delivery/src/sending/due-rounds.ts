import type { Pool } from 'pg';
import { Gathering } from '../database/gathering.js';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { FiledItem } from './filed.js';

/** An item that is to be sent now. */
export interface DueItem extends FiledItem {
  readonly number: number;
  readonly failures: number;
  /** Since it was filed, in milliseconds. */
  readonly ageMs: number;
}

export interface Due {
  readonly items: readonly DueItem[];
  /** Until the next of the others is due, in milliseconds; null where there is none. */
  readonly nextMs: number | null;
}

interface AskedDue {
  readonly webhook: string;
  readonly limit: number;
  /** What is not urgent is not due before, in milliseconds. */
  readonly restMs: number;
  /** Numbers of those that are being sent. */
  readonly without: readonly number[];
}

type DueRow = Omit<DueItem, 'number'> & {
  readonly webhook: string;
  readonly number: string;
  readonly dueMs: number;
};

/** The first of each referral that waits, as far as they are due, what is urgent first. */
export const dueRounds = (pool: Pool): Gathering<AskedDue, Due> =>
  new Gathering({
    keyOf: ({ webhook }) => webhook,
    ask: async (asked) => {
      const { rows } = await pool.query<DueRow>({
        name: 'due items',
        text: `SELECT asked.webhook, next.* FROM unnest($1::uuid[], $2::int[], $3::float[], $4::text[])
            AS asked (webhook, most, rest, without)
          CROSS JOIN LATERAL (
            WITH head AS (
              SELECT DISTINCT ON (referral) * FROM ${schema}.item
              WHERE webhook = asked.webhook AND taken_at IS NULL ORDER BY referral, number)
            SELECT number, item, type, referral, urgent, granted, failures, body,
              (extract(epoch FROM now() - filed_at) * 1000)::float AS "ageMs", "dueMs"
            FROM head CROSS JOIN LATERAL (SELECT greatest(0, extract(epoch FROM due_at - now()) * 1000,
              CASE WHEN urgent THEN 0 ELSE asked.rest END)::float AS "dueMs") AS due
            WHERE number <> ALL (asked.without::bigint[])
            ORDER BY "dueMs", NOT urgent, number LIMIT asked.most + 1) AS next`,
        values: [
          asked.map(({ webhook }) => webhook),
          asked.map(({ limit }) => limit),
          asked.map(({ restMs }) => restMs),
          asked.map(({ without }) => `{${without.join()}}`),
        ],
      });
      const found = Map.groupBy(rows, ({ webhook }) => webhook);
      return asked.map(({ webhook, limit }) => dueOf(found.get(webhook) ?? [], limit));
    },
  });

function dueOf(rows: readonly DueRow[], limit: number): Due {
  const items = rows.filter(({ dueMs }) => dueMs <= 0).slice(0, limit);
  const later = rows.find(({ dueMs }) => dueMs > 0);
  return {
    items: items.map(({ dueMs: _, webhook: __, ...row }) => ({ ...row, number: Number(row.number) })),
    nextMs: later?.dueMs ?? null,
  };
}
