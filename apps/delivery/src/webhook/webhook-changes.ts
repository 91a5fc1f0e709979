import type { Caller } from '#libs/platform';
import { inTransaction, type Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { Keyed } from './keyed.js';
import { noteAct, ringFor } from './register.js';
import { type Settings, type Webhook, WEBHOOK_COLUMNS } from './webhook.js';
import { viewOf, type WebhookView } from './views.js';

/** A change as it was answered. */
export interface Changed {
  readonly answer: WebhookView;
  /** Of the command that made it, which may be an earlier one under the same key. */
  readonly request: Buffer;
}

/** Changes of what webhooks are told, and where. */
export class WebhookChanges {
  constructor(private readonly pool: Pool) {}

  async madeUnder({ key }: Keyed): Promise<Changed | undefined> {
    const { rows } = await this.pool.query<Changed>(
      `SELECT answer, request FROM ${schema}.change WHERE command_key = $1`,
      [key],
    );
    return rows[0];
  }

  /**
   * Once for a key; undefined where the webhook is not any more as it was when this was decided: nobody is sent to at an
   * address that did not answer.
   */
  async make(caller: Caller, webhook: Webhook, { key, request }: Keyed, next: Settings): Promise<Changed | undefined> {
    return inTransaction(this.pool, async (tx) => {
      const { rows: locked } = await tx.query<Pick<Webhook, 'settings' | 'status'>>(
        `SELECT settings, status FROM ${schema}.webhook WHERE id = $1 FOR UPDATE`,
        [webhook.id],
      );
      const { rows: known } = await tx.query<Changed>(
        `SELECT answer, request FROM ${schema}.change WHERE command_key = $1`,
        [key],
      );
      if (known[0]) return known[0];
      const [now] = locked;
      const moves = next.url !== webhook.url;
      if (now?.settings !== webhook.settings || (moves && now.status !== webhook.status)) return undefined;
      if (moves) await beginAnew(tx, webhook.id);
      const changed = await update(tx, webhook.id, next);
      const answer = viewOf(changed);
      await tx.query(`INSERT INTO ${schema}.change (command_key, request, webhook, answer) VALUES ($1, $2, $3, $4)`, [
        ...[key, request, webhook.id, JSON.stringify(answer)],
      ]);
      await noteAct(tx, changed, caller, 'CHANGED');
      await ringFor(tx, webhook.id);
      return { answer, request };
    });
  }
}

/** What the old address did not take says nothing of the new one. */
async function beginAnew(tx: Tx, id: string): Promise<void> {
  await tx.query(`UPDATE ${schema}.webhook SET failures = 0, failing_since = NULL, broken_until = NULL WHERE id = $1`, [
    id,
  ]);
  await tx.query(
    `UPDATE ${schema}.item SET due_at = now() WHERE webhook = $1 AND taken_at IS NULL AND due_at > now()`,
    [id],
  );
}

async function update(tx: Tx, id: string, next: Settings): Promise<Webhook> {
  const { url, description, topics, types, jurisdictions, priorities } = next;
  const { rows } = await tx.query<Webhook>(
    `UPDATE ${schema}.webhook SET url = $2, description = $3, topics = $4, types = $5, jurisdictions = $6, priorities = $7,
       settings = settings + 1, registered = coalesce(registered, jsonb_build_object('url', url, 'description', description,
         'topics', topics, 'types', types, 'jurisdictions', jurisdictions, 'priorities', priorities))
     WHERE id = $1 RETURNING ${WEBHOOK_COLUMNS}`,
    [id, url, description, topics, types, jurisdictions, priorities],
  );
  const [changed] = rows;
  if (!changed) throw new TypeError('the webhook is gone');
  return changed;
}
