import { TOPICS, type Topic } from '#libs/contracts';
import {
  ConfigError,
  type DoorBounds,
  doorBoundsOf,
  type Environment,
  httpSettings,
  issuerSettings,
  readConfig,
  requestShareSettings,
  type TokenRules,
} from '#libs/platform';
import type { Consumer } from '#libs/projections';
import { z } from 'zod';

const databaseField = z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address');

/** A consumer that is watched, and where it keeps its checkpoints. */
export interface WatchedConsumer extends Consumer {
  /** Read as a role that sees schema `bus` and may ask for redrives: `bus_operator`. */
  readonly databaseUrl: string;
}

const consumerShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  version: z.int().min(1),
  topics: z.array(z.enum(TOPICS)).min(1),
  databaseUrl: databaseField,
});

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8084),
  ...requestShareSettings,
  ...issuerSettings,
  /** The journal, read as `bus_operator`. */
  JOURNAL_DATABASE_URL: databaseField,
  /** JSON list of `{ name, version, topics, databaseUrl }`; as `WATCHED_CONSUMERS_FILE` from a file, since it holds passwords. */
  WATCHED_CONSUMERS: z.string(),
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface OperationsConfig {
  readonly journalUrl: string;
  readonly consumers: readonly WatchedConsumer[];
}

/** What it needs in a process of its own. */
export interface OperationsAppConfig extends OperationsConfig {
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readOperationsConfig(env: Environment = process.env): OperationsAppConfig {
  const read = readConfig(settings, env);
  return {
    journalUrl: read.JOURNAL_DATABASE_URL,
    consumers: consumersIn(read.WATCHED_CONSUMERS),
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}

function consumersIn(text: string): readonly (WatchedConsumer & { readonly topics: readonly Topic[] })[] {
  const parsed = z.array(consumerShape).min(1).safeParse(jsonIn(text));
  if (!parsed.success)
    throw new ConfigError(['WATCHED_CONSUMERS: is not a JSON list of { name, version, topics, databaseUrl }']);
  return parsed.data;
}

// The parser's own message would quote what it read.
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
