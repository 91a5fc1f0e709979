import { type DigestKeys, digestKeysField } from '#libs/journal';
import {
  type DoorBounds,
  type Environment,
  httpSettings,
  issuerSettings,
  readConfig,
  type ShareLimits,
  type TokenRules,
} from '#libs/platform';
import { z } from 'zod';
import { MOST_ITEMS } from './batch/batch.schema.js';
import { ROUTINE_AT_ONCE } from './limits/routine-room.js';

// A full batch must fit, or it could never be taken.
const shareField = z.coerce.number().int().min(MOST_ITEMS);

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8081),
  ...issuerSettings,
  /** As role bus_writer. */
  JOURNAL_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address'),
  /** Keys of the digests that commands are remembered by; as `DIGEST_KEYS_FILE` from a file. */
  DIGEST_KEYS: digestKeysField,
  AGENCY_COMMANDS_PER_SECOND: z.coerce.number().positive().default(2_000),
  AGENCY_COMMANDS_BURST: shareField.default(5_000),
  AGENCY_COMMANDS_OPEN: shareField.default(2_000),
  /** Routine commands of all agencies that may be open at once; what is more is answered 429, urgent commands are not counted. */
  ROUTINE_COMMANDS_OPEN: z.coerce.number().int().min(1).default(ROUTINE_AT_ONCE),
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface ReferralsConfig {
  /** As role bus_writer. */
  readonly journalUrl: string;
  readonly digestKeys: DigestKeys;
  readonly shares: ShareLimits;
  /** Routine commands that may be open at once. */
  readonly routineOpen: number;
}

/** What it needs in a process of its own. */
export interface ReferralsAppConfig extends ReferralsConfig {
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readReferralsConfig(env: Environment = process.env): ReferralsAppConfig {
  const read = readConfig(settings, env);
  const shares = {
    perSecond: read.AGENCY_COMMANDS_PER_SECOND,
    burst: read.AGENCY_COMMANDS_BURST,
    open: read.AGENCY_COMMANDS_OPEN,
  };
  return {
    journalUrl: read.JOURNAL_URL,
    digestKeys: read.DIGEST_KEYS,
    shares,
    routineOpen: read.ROUTINE_COMMANDS_OPEN,
    // every command takes a request, so the door needs no numbers of its own
    bounds: { requests: shares, connections: read.MAX_CONNECTIONS },
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
