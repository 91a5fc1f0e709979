import type { Pool } from 'pg';
import { Gathering } from '../database/gathering.js';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Outcome } from '../outgoing/outcome.js';

/** What a failure changes, in milliseconds from now. */
export interface Failure {
  readonly retryMs: number;
  /** How long the webhook as a whole waits; null: it goes on. */
  readonly breakMs: number | null;
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

interface FailedItem extends TakenItem {
  readonly failure: Failure;
}

/** Tries that came to nothing. @returns for how long the webhook has taken nothing, in milliseconds */
export const failedRounds = (pool: Pool): Gathering<FailedItem, number> =>
  new Gathering({
    keyOf: ({ webhook }) => webhook,
    ask: async (asked, alone) => {
      const { rows } = await pool.query<{ webhook: string; ms: number }>({
        name: alone ? 'one item failed' : 'item failed',
        text: `WITH said AS (
            SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::jsonb[], $4::float[], $5::float[])
              AS said (webhook, number, try, retry, pause)),
          held AS MATERIALIZED (
            SELECT w.id FROM said JOIN ${schema}.webhook w ON w.id = said.webhook
            ORDER BY w.id FOR NO KEY UPDATE OF w ${alone ? '' : 'SKIP LOCKED'}),
          failed AS (
            UPDATE ${schema}.item i SET failures = failures + 1, tries = ${triesWith('said.try')},
              due_at = now() + make_interval(secs => said.retry / 1000)
            FROM said JOIN held ON held.id = said.webhook
            WHERE i.webhook = said.webhook AND i.number = said.number AND i.taken_at IS NULL),
          failing AS (
            UPDATE ${schema}.webhook w SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
              broken_until = now() + make_interval(secs => said.pause / 1000)
            FROM said JOIN held ON held.id = said.webhook
            WHERE w.id = said.webhook RETURNING w.id, w.failing_since)
          SELECT id AS webhook, (extract(epoch FROM now() - failing_since) * 1000)::float AS ms FROM failing`,
        values: [
          asked.map(({ webhook }) => webhook),
          asked.map(({ number }) => number),
          asked.map(({ outcome }) => tryOf(outcome)),
          asked.map(({ failure }) => failure.retryMs),
          asked.map(({ failure }) => failure.breakMs),
        ],
      });
      const known = new Map(rows.map(({ webhook, ms }) => [webhook, ms]));
      // one that is gone fails no more
      return asked.map(({ webhook }) => known.get(webhook) ?? (alone ? 0 : undefined));
    },
  });

/** Of each item so many tries are kept to be looked at. */
const TRIES_KEPT = 10;

/** The last tries of an item, and this one. @param said an expression of its JSON */
const triesWith = (said: string): string => `(SELECT jsonb_agg(value ORDER BY nr) FROM (
    SELECT value, nr FROM jsonb_array_elements(tries || jsonb_build_array(${said} || jsonb_build_object('at', now())))
      WITH ORDINALITY AS t (value, nr) ORDER BY nr DESC LIMIT ${TRIES_KEPT}) AS kept)`;

const tryOf = ({ code, status, ms }: Outcome): string => JSON.stringify({ outcome: code, status, ms });
