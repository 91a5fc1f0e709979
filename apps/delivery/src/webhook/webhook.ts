import { DELIVERY_SCHEMA as schema } from '../delivery.js';

/** Which items of its feed an agency wants at a webhook; null: all. Each that is given must fit. */
export interface Subscription {
  /** Families of events: `referral`, `escalation`, … */
  readonly topics: readonly string[] | null;
  /** Names of events. */
  readonly types: readonly string[] | null;
  /** Countries that a referral was sent from or to. */
  readonly jurisdictions: readonly string[] | null;
  /** The driving priority of its referral. */
  readonly priorities: readonly string[] | null;
}

/** What its owner may change. */
export interface Settings extends Subscription {
  readonly url: string;
  readonly description: string;
}

/** PENDING: it has not answered a challenge yet. */
export type WebhookStatus = 'PENDING' | 'ACTIVE' | 'DISABLED';
/** Why the bus disabled it: it took nothing for too long, or who vouched for it speaks for its agency no more. */
export type BusReason = 'FAILING' | 'CLIENT_REVOKED';
export type DisabledReason = 'OWNER' | BusReason;

export interface Webhook extends Settings {
  readonly id: string;
  readonly agency: string;
  /** Exercises, or real work; never both. */
  readonly synthetic: boolean;
  readonly status: WebhookStatus;
  readonly reason: DisabledReason | null;
  readonly created_at: Date;
  /** In a row, since it took something. */
  readonly failures: number;
  readonly failing_since: Date | null;
  /** Nothing but what is urgent is tried before. */
  readonly broken_until: Date | null;
  /** Code of what keeps its feed from being read; null while it is read. */
  readonly reading: string | null;
  /** Counts changes of its settings. */
  readonly settings: number;
  /** The client of its agency that vouches for where it leads; null: nobody does. */
  readonly client: string | null;
}

/** Whoever registered or enabled it last, or had it lead elsewhere since: by the register, so that no writer can leave it out. */
const VOUCHING = `(SELECT vouched.client FROM (
    SELECT done.client, done.number, done.act <> 'CHANGED' OR done.url <> lag(done.url) OVER (ORDER BY done.number) AS vouches
    FROM ${schema}.act done WHERE done.webhook = webhook.id AND done.act IN ('REGISTERED', 'ENABLED', 'CHANGED')) vouched
  WHERE vouched.vouches ORDER BY vouched.number DESC LIMIT 1) AS client`;

/** Of a table that is called `webhook` in the statement. */
export const WEBHOOK_COLUMNS = `id, agency, url, description, topics, types, jurisdictions, priorities, synthetic, status, reason, created_at, failures, failing_since, broken_until, reading, settings, ${VOUCHING}`;
