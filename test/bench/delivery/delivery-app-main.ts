// What sends webhooks, beside members that never change: no broker is needed.
import { createHttpApp, runApp } from '#libs/platform';
import { besideMembers } from '#libs/testing';
import { DeliveryModule } from '../../../apps/delivery/src/app.module.js';
import { readDeliveryConfig } from '../../../apps/delivery/src/config.js';
import { benchDirectory } from './agencies.js';

await runApp('delivery', readDeliveryConfig, async (config, { logger, shutdown }) => {
  const { auth, bounds, port, host } = config;
  const app = besideMembers({ directory: benchDirectory }, DeliveryModule.sending(config));
  const { listen, close } = await createHttpApp(app, { logger, auth, bounds, port, host });
  shutdown.register('http', close);
  await listen();
});
