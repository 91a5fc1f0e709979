import 'reflect-metadata';
import { createHttpApp, runApp } from '#libs/platform';
import { RelayModule } from './app.module.js';
import { readRelayConfig } from './config.js';

await runApp('relay', readRelayConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(RelayModule.register(config), {
    logger,
    auth: config.auth,
    bounds: config.bounds,
    port: config.port,
    host: config.host,
  });
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
