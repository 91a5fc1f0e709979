import 'reflect-metadata';
import { createHttpApp, createLogger, Shutdown } from '#libs/platform';
import { OperationsModule } from './app.module.js';
import { readOperationsConfig } from './config.js';

const config = readOperationsConfig();
const logger = createLogger({ app: 'operations', level: config.logLevel });

const { listen, close } = await createHttpApp(OperationsModule.register(config), {
  logger,
  auth: config.auth,
  bounds: config.bounds,
  port: config.port,
  host: config.host,
  openApi: { title: 'Referral bus: operations', version: '1' },
});
const shutdown = new Shutdown({ logger });
shutdown.register('operations', close);
shutdown.listen();
logger.info({ url: await listen() }, 'ready');
