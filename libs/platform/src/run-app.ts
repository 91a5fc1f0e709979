import type { z } from 'zod';
import { ConfigError, type logLevelField } from './config.js';
import { createLogger, type Logger } from './logging/logger.js';
import { Shutdown } from './shutdown.js';

export interface AppProcess {
  readonly logger: Logger;
  /** Listens for signals already; register what is to be stopped. */
  readonly shutdown: Shutdown;
}

interface Configured {
  readonly logLevel: z.output<typeof logLevelField>;
}

/**
 * Runs an app as a process of its own, until a signal ends it. An app that cannot start ends with code 1 and says why:
 * every fault of its configuration by name, anything else in its log.
 */
export async function runApp<Config extends Configured>(
  app: string,
  readConfig: () => Config,
  start: (config: Config, parts: AppProcess) => Promise<void>,
): Promise<void> {
  const config = configOf(app, readConfig);
  const logger = createLogger({ app, level: config.logLevel });
  const shutdown = new Shutdown({ logger });
  shutdown.listen();
  try {
    await start(config, { logger, shutdown });
  } catch (err) {
    logger.fatal({ err, code: 'START_FAILED' }, 'cannot start');
    await shutdown.run();
    process.exit(1);
  }
}

function configOf<Config>(app: string, read: () => Config): Config {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${app} cannot start: ${error.message}\n`);
    return process.exit(1);
  }
}
