import { kafkaConfigOf, type KafkaConfig, kafkaSettings, type MacKeys, macKeysField } from '#libs/event-log';
import {
  type DoorBounds,
  doorBoundsOf,
  type Environment,
  httpSettings,
  issuerSettings,
  type PlaceBounds,
  readConfig,
  requestShareSettings,
  type TokenRules,
} from '#libs/platform';
import { z } from 'zod';
import { defaultFeedBounds } from './feed/feed-places.js';

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8082),
  ...requestShareSettings,
  ...issuerSettings,
  ...kafkaSettings,
  /** As role bus_views, which owns the tables. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address'),
  /** Role that may look at how far the view is and ask for redrives, if there is one. */
  OPERATOR_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'is not a plain name of a role')
    .optional(),
  /** Feeds that may be open at once: of one agency, and of all. */
  AGENCY_FEEDS_OPEN: z.coerce.number().int().positive().default(defaultFeedBounds.ofAgency),
  FEEDS_OPEN: z.coerce.number().int().positive().default(defaultFeedBounds.ofAll),
  /** Keys of the relay's MAC; as `MAC_KEYS_FILE` from a file. */
  MAC_KEYS: macKeysField,
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface AgencyViewsConfig {
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
  readonly macKeys: MacKeys;
  readonly feeds?: PlaceBounds;
}

/** What it needs in a process of its own. */
export interface AgencyViewsAppConfig extends AgencyViewsConfig {
  readonly operatorRole: string | undefined;
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readAgencyViewsConfig(env: Environment = process.env): AgencyViewsAppConfig {
  const read = readConfig(settings, env);
  return {
    databaseUrl: read.DATABASE_URL,
    kafka: kafkaConfigOf(read, 'agency-views'),
    macKeys: read.MAC_KEYS,
    feeds: { ofAgency: read.AGENCY_FEEDS_OPEN, ofAll: read.FEEDS_OPEN },
    operatorRole: read.OPERATOR_ROLE,
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
