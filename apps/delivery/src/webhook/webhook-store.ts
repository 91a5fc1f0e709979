import { type Caller, ProblemError } from '#libs/platform';
import { inTransaction, type Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Keyed } from './keyed.js';
import { type Act, noteAct, ringFor } from './register.js';
import { type BusReason, type DisabledReason, type Settings, type Webhook, WEBHOOK_COLUMNS } from './webhook.js';
import type { Rotated, WebhookSecrets } from './webhook-secrets.js';

/** What a webhook is made of. */
export interface Registration extends Settings {
  readonly synthetic: boolean;
  /** Place in the feed to begin at; null: its beginning. */
  readonly cursor: string | null;
}

export interface Registered {
  readonly webhook: Webhook;
  readonly secret: Buffer;
  /** Of the command that made it, which may be an earlier one under the same key. */
  readonly request: Buffer;
}

/** How many webhooks an agency may have. */
export const MOST_WEBHOOKS = 10;

/** Webhooks and the register of who did what to them: each act in the transaction of its effect. */
export class WebhookStore {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** Once for a key; null where the agency has as many as it may have. */
  async register(caller: Caller, { key, request }: Keyed, made: Registration): Promise<Registered | null> {
    return inTransaction(this.pool, async (tx) => {
      // one at a time for an agency: they are counted
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`webhooks of ${caller.agency}`]);
      const known = await this.#registered(tx, key);
      if (known) return known;
      const { rows } = await tx.query<{ count: string }>(`SELECT count(*) FROM ${schema}.webhook WHERE agency = $1`, [
        caller.agency,
      ]);
      if (Number(rows[0]?.count) >= MOST_WEBHOOKS) return null;
      const { url, description, topics, types, jurisdictions, priorities, synthetic, cursor } = made;
      const id = v7();
      await noteAct(tx, { id, agency: caller.agency, url }, caller, 'REGISTERED');
      const { rows: inserted } = await tx.query<Webhook>(
        `INSERT INTO ${schema}.webhook (id, agency, url, description, topics, types, jurisdictions, priorities,
           synthetic, cursor, status, command_key, request)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'PENDING', $11, $12) RETURNING ${WEBHOOK_COLUMNS}`,
        [
          id,
          caller.agency,
          url,
          description,
          topics,
          types,
          jurisdictions,
          priorities,
          synthetic,
          cursor,
          key,
          request,
        ],
      );
      const webhook = first(inserted);
      return { webhook, secret: await this.secrets.begin(tx, webhook.id), request };
    });
  }

  async #registered(tx: Tx, key: Buffer): Promise<Registered | null> {
    const { rows } = await tx.query<Webhook & { readonly request: Buffer; readonly registered: Settings | null }>(
      `SELECT ${WEBHOOK_COLUMNS}, request, registered FROM ${schema}.webhook WHERE command_key = $1`,
      [key],
    );
    const [found] = rows;
    if (!found) return null;
    // as it was answered then
    const webhook: Webhook = { ...found, ...found.registered, ...AT_FIRST };
    return { webhook, secret: await this.secrets.firstOf(tx, found.id), request: found.request };
  }

  async listOf(agency: string): Promise<Webhook[]> {
    const { rows } = await this.pool.query<Webhook>(
      `SELECT ${WEBHOOK_COLUMNS} FROM ${schema}.webhook WHERE agency = $1 ORDER BY created_at, id`,
      [agency],
    );
    return rows;
  }

  async find(agency: string, id: string): Promise<Webhook | undefined> {
    const { rows } = await this.pool.query<Webhook>(
      `SELECT ${WEBHOOK_COLUMNS} FROM ${schema}.webhook WHERE agency = $1 AND id = $2`,
      [agency, id],
    );
    return rows[0];
  }

  /** Sends from now on, with what it left off with, all of it at once. @throws ProblemError 412 where it leads elsewhere by now */
  async enable(caller: Caller, webhook: Webhook): Promise<Webhook> {
    return this.#change(webhook, caller, 'ENABLED', async (tx) => {
      const { rows } = await tx.query<Webhook>(
        `UPDATE ${schema}.webhook SET status = 'ACTIVE', reason = NULL, failures = 0, failing_since = NULL, broken_until = NULL
         WHERE id = $1 AND url = $2 RETURNING ${WEBHOOK_COLUMNS}`,
        [webhook.id, webhook.url],
      );
      if (rows.length === 0) throw new ProblemError('WEBHOOK_CHANGED');
      await tx.query(
        `UPDATE ${schema}.item SET due_at = now() WHERE webhook = $1 AND taken_at IS NULL AND due_at > now()`,
        [webhook.id],
      );
      return first(rows);
    });
  }

  async disable(caller: Caller, webhook: Webhook): Promise<Webhook> {
    return this.#change(webhook, caller, 'DISABLED', (tx) => disabled(tx, webhook.id, 'OWNER'));
  }

  /** By the bus; false where its owner or another process came first. */
  async disableFor(reason: BusReason, webhook: Webhook): Promise<boolean> {
    return inTransaction(this.pool, async (tx) => {
      await tx.query(`SELECT FROM ${schema}.webhook WHERE id = $1 FOR UPDATE`, [webhook.id]);
      // as it is once nobody else changes it
      const { rows } = await tx.query<Webhook>(
        `SELECT ${WEBHOOK_COLUMNS} FROM ${schema}.webhook WHERE id = $1 AND status = 'ACTIVE'`,
        [webhook.id],
      );
      if (rows[0]?.client !== webhook.client) return false;
      await disabled(tx, webhook.id, reason);
      await noteAct(tx, webhook, BUS, `DISABLED_FOR_${reason}`);
      await ringFor(tx, webhook.id);
      return true;
    });
  }

  async rotate(caller: Caller, webhook: Webhook, key: Keyed, overlapSeconds: number): Promise<Rotated> {
    return inTransaction(this.pool, async (tx) => {
      const rotated = await this.secrets.rotate(tx, webhook.id, key, overlapSeconds);
      if (rotated.isNew) await noteAct(tx, webhook, caller, 'ROTATED');
      return rotated;
    });
  }

  async tested(caller: Caller, webhook: Webhook): Promise<void> {
    await noteAct(this.pool, webhook, caller, 'TESTED');
  }

  async delete(caller: Caller, webhook: Webhook): Promise<void> {
    await this.#change(webhook, caller, 'DELETED', (tx) =>
      tx.query(`DELETE FROM ${schema}.webhook WHERE id = $1`, [webhook.id]),
    );
  }

  async #change<T>(webhook: Webhook, caller: Caller, act: Act, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (tx) => {
      // acts are noted in the order in which they come to hold it
      await tx.query(`SELECT FROM ${schema}.webhook WHERE id = $1 FOR UPDATE`, [webhook.id]);
      await noteAct(tx, webhook, caller, act);
      await ringFor(tx, webhook.id);
      return work(tx);
    });
  }
}

const BUS = { role: 'BUS_DELIVERY', client: 'bus', person: null };

type Changing = 'status' | 'reason' | 'failures' | 'failing_since' | 'broken_until' | 'reading';
const AT_FIRST: Pick<Webhook, Changing> = {
  ...{ status: 'PENDING', reason: null, failures: 0 },
  ...{ failing_since: null, broken_until: null, reading: null },
};

async function disabled(tx: Tx, id: string, reason: DisabledReason): Promise<Webhook> {
  const { rows } = await tx.query<Webhook>(
    `UPDATE ${schema}.webhook SET status = 'DISABLED', reason = $2 WHERE id = $1 RETURNING ${WEBHOOK_COLUMNS}`,
    [id, reason],
  );
  return first(rows);
}

function first<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new TypeError('the webhook is gone');
  return row;
}
