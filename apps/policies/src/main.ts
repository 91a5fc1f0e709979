import { following, JournalSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { PoliciesModule } from './app.module.js';
import { readPoliciesConfig } from './config.js';
import { connectPolicies } from './consumer/connect.js';
import { migratePolicies } from './database/policies-database.js';

await runApp('policies', readPoliciesConfig, async (config, { logger, shutdown }) => {
  await migratePolicies(config.databaseUrl, { operator: config.operatorRole });
  const { app, listen, close } = await createHttpApp(
    following(JournalSource.of(config.journalUrl), PoliciesModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      prepare: connectPolicies,
    },
  );
  shutdown.register('http', close);
  await app.startAllMicroservices();
  logger.info({ url: await listen() }, 'ready');
});
