import { kafkaConfigOf, type KafkaConfig, kafkaSettings, type MacKeys, macKeysField } from '#libs/event-log';
import {
  type DoorBounds,
  doorBoundsOf,
  type Environment,
  httpSettings,
  issuerSettings,
  listField,
  readConfig,
  requestShareSettings,
  secretField,
  secureUrlField,
  type TokenRules,
} from '#libs/platform';
import { z } from 'zod';
import type { MailSettings } from './channel/mail-channel.js';
import type { OutgoingRules } from './outgoing/destination.js';
import { type WebhookKeys, webhookKeysField } from './signing/webhook-keys.js';

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8087),
  ...requestShareSettings,
  ...issuerSettings,
  ...kafkaSettings,
  /** As role bus_delivery, which owns the tables. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address'),
  /** Keys of the relay's MAC, to learn who takes part; as `MAC_KEYS_FILE` from a file. */
  MAC_KEYS: macKeysField,
  /** Keys under which the secrets of webhooks are stored; as `WEBHOOK_KEYS_FILE` from a file. */
  WEBHOOK_KEYS: webhookKeysField,
  /** The API whose `/v1/feed` is read. */
  FEED_URL: secureUrlField,
  /** Where this app's own client gets its tokens: agency BUS, role BUS_DELIVERY. */
  TOKEN_URL: secureUrlField,
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: secretField,
  /** Hosts that may be sent to: names, `*.example.org`, or `*` for any. Nothing is sent anywhere else. */
  WEBHOOK_HOSTS: listField,
  /** Also to this machine, and there without TLS: for training and tests. */
  WEBHOOK_LOOPBACK: z.enum(['true', 'false']).default('false'),
  /** PEM certificates of authorities that are trusted beside the system's, where receivers have their own; as `WEBHOOK_CA_FILE` from a file. */
  WEBHOOK_CA: z.string().includes('-----BEGIN CERTIFICATE-----').optional(),
  /** How long a whole request to a webhook may take. */
  WEBHOOK_ANSWER_SECONDS: z.coerce.number().min(1).max(30).default(10),
  /** How much faster than published the schedule of retries goes: for training and tests. */
  WEBHOOK_SPEED: z.coerce.number().positive().default(1),
  /** `smtp://` or `smtps://` server for mail to owners; without it none is sent. As `SMTP_URL_FILE` from a file. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is not an smtp:// or smtps:// address')
    .optional(),
  SMTP_FROM: z.email().default('referral-bus@localhost.localdomain'),
  /** Where people find the API: links in mails lead there. */
  PUBLIC_URL: secureUrlField,
  /** Role that may look at how far the consumer of calls is and ask for redrives, if there is one. */
  OPERATOR_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'is not a plain name of a role')
    .optional(),
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface DeliveryConfig {
  readonly databaseUrl: string;
  readonly keys: WebhookKeys;
  readonly feedUrl: string;
  readonly client: { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly outgoing: OutgoingRules;
  /** PEM of authorities that are trusted beside the system's. */
  readonly ca: string | undefined;
  /** Of a whole request to a webhook, in milliseconds. */
  readonly answerMs: number;
  readonly speed: number;
  readonly mail: MailSettings | null;
  readonly publicUrl: string;
  readonly kafka: KafkaConfig;
  /** Keys of the relay's MAC. */
  readonly macKeys: MacKeys;
}

/** What it needs in a process of its own. */
export interface DeliveryAppConfig extends DeliveryConfig {
  readonly operatorRole: string | undefined;
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readDeliveryConfig(env: Environment = process.env): DeliveryAppConfig {
  const read = readConfig(settings, env);
  return {
    databaseUrl: read.DATABASE_URL,
    keys: read.WEBHOOK_KEYS,
    feedUrl: read.FEED_URL,
    client: { tokenUrl: read.TOKEN_URL, clientId: read.CLIENT_ID, clientSecret: read.CLIENT_SECRET },
    outgoing: { hosts: read.WEBHOOK_HOSTS, loopback: read.WEBHOOK_LOOPBACK === 'true' },
    ca: read.WEBHOOK_CA,
    answerMs: read.WEBHOOK_ANSWER_SECONDS * 1_000,
    speed: read.WEBHOOK_SPEED,
    mail: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.SMTP_FROM },
    publicUrl: read.PUBLIC_URL,
    operatorRole: read.OPERATOR_ROLE,
    kafka: kafkaConfigOf(read, 'delivery'),
    macKeys: read.MAC_KEYS,
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
