import {
  type KafkaConfig,
  kafkaConfigOf,
  kafkaSettings,
  type MacKeys,
  macKeysField,
  type RegistryConfig,
  registrySettings,
} from '#libs/event-log';
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

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8085),
  ...requestShareSettings,
  ...issuerSettings,
  ...kafkaSettings,
  ...registrySettings,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address'),
  /** Keys of the relay's MAC; as `MAC_KEYS_FILE` from a file. */
  MAC_KEYS: macKeysField,
  RELAY_LOOPS: z.coerce.number().int().min(1).max(16).default(2),
});

/** What the relay needs wherever it runs: alone, or among others in one process. */
export interface RelayConfig {
  /** The journal, as role bus_relay. */
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
  readonly registry: RegistryConfig;
  readonly macKeys: MacKeys;
  /** Requests on their way at the same time; lane modulo loops. */
  readonly loops: number;
}

/** What it needs in a process of its own. */
export interface RelayAppConfig extends RelayConfig {
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readRelayConfig(env: Environment = process.env): RelayAppConfig {
  const read = readConfig(settings, env);
  const { REGISTRY_USERNAME: username, REGISTRY_PASSWORD: password } = read;
  const kafka = kafkaConfigOf(read, 'relay');
  return {
    databaseUrl: read.DATABASE_URL,
    kafka,
    registry: {
      url: read.REGISTRY_URL,
      topicPrefix: kafka.topicPrefix,
      ...(username !== undefined && password !== undefined && { auth: { username, password } }),
    },
    macKeys: read.MAC_KEYS,
    loops: read.RELAY_LOOPS,
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
