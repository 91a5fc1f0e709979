// The write app as it is, with one route more: a POST that goes through the same door and writes nothing.
import { readReferralsConfig } from '../../../apps/referrals/src/config.js';
import { ReferralsModule } from '../../../apps/referrals/src/app.module.js';
import { createHttpApp, runApp } from '#libs/platform';
import { NoOpController } from './no-op.controller.js';

await runApp('referrals', readReferralsConfig, async (config, { logger, shutdown }) => {
  const app = ReferralsModule.register(config);
  const { listen, close } = await createHttpApp(
    { ...app, controllers: [...(app.controllers ?? []), NoOpController] },
    { logger, auth: config.auth, bounds: config.bounds, port: config.port, host: config.host },
  );
  shutdown.register('http', close);
  await listen();
});
