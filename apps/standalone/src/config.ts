import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { httpSettings, type logLevelField, portField, readConfig } from '#libs/platform';
import { z } from 'zod';

const settings = z.object({
  /** Where everything that is kept lives. */
  BUS_DATA_DIR: z.string().min(1).default('.data'),
  /** Downloads, shared between checkouts. */
  BUS_CACHE_DIR: z.string().min(1).optional(),
  PORT: portField.default(8080),
  LOG_LEVEL: httpSettings.LOG_LEVEL,
});

export interface StandaloneConfig {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly port: number;
  readonly logLevel: z.output<typeof logLevelField>;
}

/** @throws ConfigError with every fault, by name and never by value */
export function readStandaloneConfig(env: NodeJS.ProcessEnv): StandaloneConfig {
  const read = readConfig(settings, env);
  return {
    dataDir: resolve(read.BUS_DATA_DIR),
    cacheDir: resolve(read.BUS_CACHE_DIR ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'referral-bus')),
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
  };
}
