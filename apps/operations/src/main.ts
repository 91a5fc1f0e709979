import 'reflect-metadata';
import { createHttpApp, runApp } from '#libs/platform';
import { OperationsModule } from './app.module.js';
import { readOperationsConfig } from './config.js';

await runApp('operations', readOperationsConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(OperationsModule.register(config), {
    logger,
    auth: config.auth,
    bounds: config.bounds,
    port: config.port,
    host: config.host,
    openApi: { title: 'Referral bus: operations', version: '1' },
  });
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
