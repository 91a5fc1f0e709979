import 'reflect-metadata';
import { createHttpApp, createLogger, Shutdown } from '#libs/platform';
import { RelayModule } from './app.module.js';
import { readRelayConfig } from './config.js';

const config = readRelayConfig(process.env);
const logger = createLogger({ app: 'relay', level: config.logLevel });
const shutdown = new Shutdown({ logger });
shutdown.listen();

const http = await createHttpApp(RelayModule.register(config), {
  logger,
  auth: config.auth,
  bounds: config.bounds,
  port: config.port,
  host: config.host,
});
shutdown.register('relay', () => http.close());
logger.info({ url: await http.listen() }, 'ready');
