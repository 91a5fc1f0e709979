import { createHttpApp, createLogger, Shutdown } from '#libs/platform';
import { AgencyViewsModule } from './app.module.js';
import { readAgencyViewsConfig } from './config.js';
import { connectAgencyViews } from './consumer/connect.js';
import { migrateViews } from './database/views-database.js';

const config = readAgencyViewsConfig();
const logger = createLogger({ app: 'agency-views', level: config.logLevel });
await migrateViews(config.databaseUrl, { operator: config.operatorRole });

const { app, listen, close } = await createHttpApp(AgencyViewsModule.register(config), {
  logger,
  auth: config.auth,
  bounds: config.bounds,
  port: config.port,
  host: config.host,
  openApi: { title: 'Referral bus: agency views', version: '1' },
  prepare: connectAgencyViews,
});
const shutdown = new Shutdown({ logger });
shutdown.register('agency-views', close);
shutdown.listen();
await app.startAllMicroservices();
logger.info({ url: await listen() }, 'ready');
