import type { Pool } from 'pg';
import { Gathering } from '../database/gathering.js';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Outcome } from '../outgoing/outcome.js';

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

interface TakenItem {
  readonly webhook: string;
  readonly number: number;
  readonly outcome: Outcome;
}

/** Receivers have items: of a referral that was submitted to one, that is a receipt. */
export const takenRounds = (pool: Pool): Gathering<TakenItem, true> =>
  new Gathering({
    keyOf: ({ webhook, number }) => `${webhook} ${number}`,
    ask: async (asked, alone) => {
      const { rows } = await pool.query<{ noted: string; number: string }>({
        name: alone ? 'one item taken' : 'item taken',
        text: `WITH said AS (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::jsonb[]) AS said (webhook, number, try)),
          held AS MATERIALIZED (
            SELECT i.webhook, i.number FROM said JOIN ${schema}.item i USING (webhook, number)
            ORDER BY i.webhook, i.number FOR NO KEY UPDATE OF i ${alone ? '' : 'SKIP LOCKED'}),
          taken AS (
            UPDATE ${schema}.item i SET taken_at = now(), tries = ${triesWith('said.try')}
            FROM said JOIN held USING (webhook, number)
            WHERE i.webhook = said.webhook AND i.number = said.number AND i.taken_at IS NULL
            RETURNING i.type, i.referral, i.body),
          receipts AS (
            INSERT INTO ${schema}.receipt (referral) SELECT referral FROM taken
            WHERE CASE WHEN type = 'ReferralSubmitted' THEN body::jsonb #>> '{data,viewpoint}' = 'RECIPIENT' END
            ORDER BY referral ON CONFLICT DO NOTHING)
          SELECT webhook AS noted, number FROM held`,
        values: [
          asked.map(({ webhook }) => webhook),
          asked.map(({ number }) => number),
          asked.map(({ outcome }) => tryOf(outcome)),
        ],
      });
      const held = new Set(rows.map(({ noted, number }) => `${noted} ${number}`));
      // one that is gone has nothing to be noted of
      return asked.map(({ webhook, number }) => (alone || held.has(`${webhook} ${number}`) ? true : undefined));
    },
  });

/** Of each item so many tries are kept to be looked at. */
const TRIES_KEPT = 10;

/** The last tries of an item, and this one. @param said an expression of its JSON */
export const triesWith = (said: string): string => `(SELECT jsonb_agg(value ORDER BY nr) FROM (
    SELECT value, nr FROM jsonb_array_elements(tries || jsonb_build_array(${said} || jsonb_build_object('at', now())))
      WITH ORDINALITY AS t (value, nr) ORDER BY nr DESC LIMIT ${TRIES_KEPT}) AS kept)`;

export const tryOf = ({ code, status, ms }: Outcome): string => JSON.stringify({ outcome: code, status, ms });
