import type { Tx } from '#libs/postgres';
import type { Pool } from 'pg';
import { Gathering } from '../database/gathering.js';
import { DELIVERY_SCHEMA as schema } from '../delivery.js';
import { newSecret } from '../signing/signature.js';
import type { WebhookKeys } from '../signing/webhook-keys.js';
import type { Keyed } from './keyed.js';

interface SecretRow {
  readonly number: number;
  readonly key_id: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly overlap_until: Date | null;
  readonly request: Buffer | null;
}

export interface Rotated {
  readonly secret: Buffer;
  /** Until when the one before signs as well. */
  readonly overlapUntil: Date;
  /** Of the command that made it, which may be an earlier one under the same key. */
  readonly request: Buffer | null;
  readonly isNew: boolean;
}

const COLUMNS = 'number, key_id, nonce, ciphertext, overlap_until, request';

/** Secrets that messages are signed with. In the database they are sealed; who registers or rotates is shown one, nobody else. */
export class WebhookSecrets {
  readonly #signing = new Gathering<string, Buffer[]>({ ask: (webhooks) => this.#signingOf(webhooks) });

  constructor(
    private readonly pool: Pool,
    private readonly keys: WebhookKeys,
  ) {}

  /** The first secret of a webhook. */
  async begin(tx: Tx, webhook: string): Promise<Buffer> {
    const secret = newSecret();
    const { keyId, nonce, ciphertext } = this.keys.seal(secret, bound(webhook, 1));
    await tx.query(
      `INSERT INTO ${schema}.secret (webhook, number, key_id, nonce, ciphertext) VALUES ($1, 1, $2, $3, $4)`,
      [webhook, keyId, nonce, ciphertext],
    );
    return secret;
  }

  /** The first one, as who registered was shown it. */
  async firstOf(tx: Tx, webhook: string): Promise<Buffer> {
    const { rows } = await tx.query<SecretRow>(
      `SELECT ${COLUMNS} FROM ${schema}.secret WHERE webhook = $1 AND number = 1`,
      [webhook],
    );
    const [row] = rows;
    if (!row) throw new TypeError(`${webhook} has no first secret`);
    return this.#opened(webhook, row);
  }

  /** A new secret signs at once, those before for `overlapSeconds` more. What was said under a key before is found again. */
  async rotate(tx: Tx, webhook: string, { key, request }: Keyed, overlapSeconds: number): Promise<Rotated> {
    await tx.query(`SELECT FROM ${schema}.webhook WHERE id = $1 FOR UPDATE`, [webhook]);
    const { rows: known } = await tx.query<SecretRow>(
      `SELECT ${COLUMNS} FROM ${schema}.secret WHERE webhook = $1 AND command_key = $2`,
      [webhook, key],
    );
    const [same] = known;
    if (same) return { ...this.#rotated(webhook, same), isNew: false };
    const { rows: last } = await tx.query<{ number: number }>(
      `SELECT max(number) AS number FROM ${schema}.secret WHERE webhook = $1`,
      [webhook],
    );
    const number = (last[0]?.number ?? 0) + 1;
    const { keyId, nonce, ciphertext } = this.keys.seal(newSecret(), bound(webhook, number));
    await tx.query(
      `UPDATE ${schema}.secret SET ends_at = least(coalesce(ends_at, 'infinity'), now() + make_interval(secs => $2))
       WHERE webhook = $1`,
      [webhook, overlapSeconds],
    );
    const { rows } = await tx.query<SecretRow>(
      `INSERT INTO ${schema}.secret (webhook, number, key_id, nonce, ciphertext, overlap_until, command_key, request)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), $7, $8) RETURNING ${COLUMNS}`,
      [webhook, number, keyId, nonce, ciphertext, overlapSeconds, key, request],
    );
    const [made] = rows;
    if (!made) throw new TypeError('nothing was kept');
    return { ...this.#rotated(webhook, made), isNew: true };
  }

  /** Those that sign now, the newest first. */
  signingOf(webhook: string): Promise<Buffer[]> {
    return this.#signing.answer(webhook);
  }

  async #signingOf(webhooks: readonly string[]): Promise<Buffer[][]> {
    const { rows } = await this.pool.query<SecretRow & { readonly webhook: string }>({
      name: 'signing secrets',
      text: `SELECT webhook, ${COLUMNS} FROM ${schema}.secret
             WHERE webhook = ANY ($1::uuid[]) AND (ends_at IS NULL OR ends_at > now()) ORDER BY number DESC`,
      values: [[...new Set(webhooks)]],
    });
    const signing = Map.groupBy(rows, ({ webhook }) => webhook);
    return webhooks.map((webhook) => (signing.get(webhook) ?? []).map((row) => this.#opened(webhook, row)));
  }

  #rotated(webhook: string, row: SecretRow): Omit<Rotated, 'isNew'> {
    return { secret: this.#opened(webhook, row), overlapUntil: row.overlap_until ?? new Date(0), request: row.request };
  }

  #opened(webhook: string, { number, key_id: keyId, nonce, ciphertext }: SecretRow): Buffer {
    return this.keys.open({ keyId, nonce, ciphertext }, bound(webhook, number));
  }
}

const bound = (webhook: string, number: number): string => `${webhook}/${number}`;
