import 'reflect-metadata';
import { following, TopicSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { AuditTrailModule } from './app.module.js';
import { readAuditTrailConfig } from './config.js';
import { connectAuditTrail } from './consumer/connect.js';
import { migrateAudit } from './database/audit-database.js';

await runApp('audit-trail', readAuditTrailConfig, async (config, { logger, shutdown }) => {
  if (config.ownerDatabaseUrl !== undefined) {
    await migrateAudit(config.ownerDatabaseUrl, {
      writer: decodeURIComponent(new URL(config.databaseUrl).username),
      operator: 'bus_operator',
    });
  }
  const { app, listen, close } = await createHttpApp(
    following(TopicSource.of(config.kafka, config.macKeys, config.databaseUrl), AuditTrailModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: audit trail', version: '1' },
      prepare: connectAuditTrail,
    },
  );
  shutdown.register('http', close);
  await app.startAllMicroservices();
  logger.info({ url: await listen() }, 'ready');
});
