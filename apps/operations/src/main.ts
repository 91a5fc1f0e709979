import 'reflect-metadata';
import { following, JournalSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { OperationsModule } from './app.module.js';
import { readOperationsConfig } from './config.js';

await runApp('operations', readOperationsConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(
    following(JournalSource.of(config.journalUrl), OperationsModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: operations', version: '1' },
    },
  );
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
