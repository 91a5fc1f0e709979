import { type DigestKeys, digestKeysField } from '#libs/journal';
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
import { directoryField } from './founding/directory-file.js';
import { firstEditions } from './founding/first-editions.js';
import type { Beginning } from './founding/founder.js';

const settings = z.object({
  ...httpSettings,
  PORT: httpSettings.PORT.default(8086),
  ...requestShareSettings,
  ...issuerSettings,
  /** As role bus_writer. */
  JOURNAL_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is not a postgres:// address'),
  /** Keys of the digests that commands are remembered by; as `DIGEST_KEYS_FILE` from a file. */
  DIGEST_KEYS: digestKeysField,
  /** What the bus is founded with, where nothing was ever said of membership; as `DIRECTORY_FILE` from a file. Not looked at later. */
  DIRECTORY: directoryField.optional(),
  /** Parties of the conventions, as CSV; as `CONVENTION_PARTIES_FILE` from a file. Published where no status ever was. */
  CONVENTION_PARTIES: z.string().optional(),
});

/** What the part needs wherever it runs: alone, or among others in one process. */
export interface MembershipConfig {
  /** As role bus_writer. */
  readonly journalUrl: string;
  readonly digestKeys: DigestKeys;
  readonly beginning: Beginning;
}

/** What it needs in a process of its own. */
export interface MembershipAppConfig extends MembershipConfig {
  readonly auth: TokenRules;
  readonly bounds: DoorBounds;
  readonly port: number;
  readonly host: string;
  readonly logLevel: z.output<typeof httpSettings.LOG_LEVEL>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readMembershipConfig(env: Environment = process.env): MembershipAppConfig {
  const read = readConfig(settings, env);
  return {
    journalUrl: read.JOURNAL_URL,
    digestKeys: read.DIGEST_KEYS,
    beginning: { directory: read.DIRECTORY, editions: firstEditions(read.CONVENTION_PARTIES) },
    auth: { issuer: read.ISSUER_URL, jwksUrl: read.ISSUER_JWKS_URL, audience: read.ISSUER_AUDIENCE },
    bounds: doorBoundsOf(read),
    port: read.PORT,
    host: read.HOST,
    logLevel: read.LOG_LEVEL,
  };
}
