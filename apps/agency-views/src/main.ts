import { following, TopicSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { AgencyViewsModule } from './app.module.js';
import { readAgencyViewsConfig } from './config.js';
import { connectAgencyViews } from './consumer/connect.js';
import { migrateViews } from './database/views-database.js';

await runApp('agency-views', readAgencyViewsConfig, async (config, { logger, shutdown }) => {
  await migrateViews(config.databaseUrl, { operator: config.operatorRole });
  const { app, listen, close } = await createHttpApp(
    following(TopicSource.of(config.kafka, config.macKeys, config.databaseUrl), AgencyViewsModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: agency views', version: '1' },
      prepare: connectAgencyViews,
    },
  );
  shutdown.register('http', close);
  await app.startAllMicroservices();
  logger.info({ url: await listen() }, 'ready');
});
