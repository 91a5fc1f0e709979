import { kafkaConfigOf, type KafkaConfig, kafkaSettings, type MacKeys, macKeysField } from '#libs/event-log';
import { type DigestKeys, digestKeysField } from '#libs/journal';
import {
  type DoorBounds,
  doorBoundsOf,
  type Environment,
  httpSettings,
  issuerSettings,
  readConfig,
  requestShareSettings,
  secretField,
  secureUrlField,
  type TokenRules,
} from '#libs/platform';
import { z } from 'zod';

const databaseField = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address');

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8085),
  ...requestShareSettings,
  ...issuerSettings,
  ...kafkaSettings,
  /** As role bus_policies, which owns the tables. */
  DATABASE_URL: databaseField,
  /** Role that may look at how far it is and ask for redrives, if there is one. */
  OPERATOR_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'is not a plain name of a role')
    .optional(),
  /** As role bus_writer. */
  JOURNAL_URL: databaseField,
  /** Where `/v1/receipts` of agency-views is: how far referrals got, which this app makes evidence of. */
  RECEIPTS_URL: secureUrlField,
  /** Where this app's own client gets its tokens: agency BUS, role BUS_EVIDENCE. */
  TOKEN_URL: secureUrlField,
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: secretField,
  /** Keys of the digests that commands are remembered by; as `DIGEST_KEYS_FILE` from a file. */
  DIGEST_KEYS: digestKeysField,
  /** Keys of the relay's MAC; as `MAC_KEYS_FILE` from a file. */
  MAC_KEYS: macKeysField,
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface PoliciesConfig {
  readonly databaseUrl: string;
  /** As role bus_writer. */
  readonly journalUrl: string;
  /** Where receipts of delivery are asked for, and as whom. */
  readonly receipts: {
    readonly url: string;
    readonly client: { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string };
  };
  readonly kafka: KafkaConfig;
  readonly macKeys: MacKeys;
  readonly digestKeys: DigestKeys;
}

/** What it needs in a process of its own. */
export interface PoliciesAppConfig extends PoliciesConfig {
  readonly operatorRole: string | undefined;
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readPoliciesConfig(env: Environment = process.env): PoliciesAppConfig {
  const read = readConfig(settings, env);
  return {
    databaseUrl: read.DATABASE_URL,
    operatorRole: read.OPERATOR_ROLE,
    journalUrl: read.JOURNAL_URL,
    receipts: {
      url: read.RECEIPTS_URL,
      client: { tokenUrl: read.TOKEN_URL, clientId: read.CLIENT_ID, clientSecret: read.CLIENT_SECRET },
    },
    kafka: kafkaConfigOf(read, 'policies'),
    macKeys: read.MAC_KEYS,
    digestKeys: read.DIGEST_KEYS,
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
