import type { Caller } from '#libs/platform';
import type { Tx } from '#libs/postgres';
import { DELIVERY_CHANNEL, DELIVERY_SCHEMA as schema } from '../delivery.js';
import type { BusReason, Webhook } from './webhook.js';

/** What is done to a webhook, as the register of acts has it. */
export type Act =
  'REGISTERED' | 'ENABLED' | 'DISABLED' | 'TESTED' | 'ROTATED' | 'CHANGED' | 'DELETED' | `DISABLED_FOR_${BusReason}`;

type Actor = Pick<Caller, 'role' | 'client' | 'person'>;

/** Who did what, in the transaction of its effect. */
export const noteAct = (
  tx: Tx,
  { id, agency, url }: Pick<Webhook, 'id' | 'agency' | 'url'>,
  { role, client, person }: Actor,
  act: Act,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO ${schema}.act (webhook, agency, role, client, person, act, url) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, agency, role, client, person, act, url],
  );

/** Whichever process sends for it looks again once this is committed. */
export const ringFor = (tx: Tx, id: string): Promise<unknown> =>
  tx.query(`SELECT pg_notify('${DELIVERY_CHANNEL}', $1)`, [id]);
