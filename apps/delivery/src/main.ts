import { following, TopicSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { DeliveryModule } from './app.module.js';
import { readDeliveryConfig } from './config.js';
import { migrateDelivery } from './database/delivery-database.js';

await runApp('delivery', readDeliveryConfig, async (config, { logger, shutdown }) => {
  await migrateDelivery(config.databaseUrl);
  const { listen, close } = await createHttpApp(
    following(TopicSource.of(config.kafka, config.macKeys), DeliveryModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: webhooks', version: '1' },
    },
  );
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
