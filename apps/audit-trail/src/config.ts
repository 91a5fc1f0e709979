import { type KafkaConfig, kafkaConfigOf, kafkaSettings, type MacKeys, macKeysField } from '#libs/event-log';
import {
  type DoorBounds,
  doorBoundsOf,
  type Environment,
  httpSettings,
  issuerSettings,
  readConfig,
  requestShareSettings,
  type TokenRules,
} from '#libs/platform';
import { z } from 'zod';

const databaseField = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address');

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8083),
  ...requestShareSettings,
  ...issuerSettings,
  ...kafkaSettings,
  DATABASE_URL: databaseField,
  /** Of the owner of the tables: where given, they are brought up to date at start and the role of DATABASE_URL gets its rights. */
  OWNER_DATABASE_URL: databaseField.optional(),
  /** Keys of the relay's MAC; as `MAC_KEYS_FILE` from a file. */
  MAC_KEYS: macKeysField,
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface AuditTrailConfig {
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
  readonly macKeys: MacKeys;
}

/** What it needs in a process of its own. */
export interface AuditTrailAppConfig extends AuditTrailConfig {
  readonly ownerDatabaseUrl: string | undefined;
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readAuditTrailConfig(env: Environment = process.env): AuditTrailAppConfig {
  const read = readConfig(settings, env);
  return {
    databaseUrl: read.DATABASE_URL,
    ownerDatabaseUrl: read.OWNER_DATABASE_URL,
    kafka: kafkaConfigOf(read, 'audit-trail'),
    macKeys: read.MAC_KEYS,
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
