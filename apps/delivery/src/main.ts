import { following, TopicSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { DeliveryModule } from './app.module.js';
import { connectCalls } from './call/connect.js';
import { readDeliveryConfig } from './config.js';
import { migrateDelivery } from './database/delivery-database.js';

await runApp('delivery', readDeliveryConfig, async (config, { logger, shutdown }) => {
  await migrateDelivery(config.databaseUrl, { operator: config.operatorRole });
  const { app, listen, close } = await createHttpApp(
    following(TopicSource.of(config.kafka, config.macKeys, config.databaseUrl), DeliveryModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: webhooks', version: '1' },
      prepare: connectCalls,
    },
  );
  shutdown.register('http', close);
  await app.startAllMicroservices();
  logger.info({ url: await listen() }, 'ready');
});
