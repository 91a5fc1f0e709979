// The write app as it is, with one route more: a POST that goes through the same door and writes nothing.
import { readReferralsConfig } from '../../../apps/referrals/src/config.js';
import { ReferralsModule } from '../../../apps/referrals/src/app.module.js';
import { createHttpApp, createLogger, Shutdown } from '#libs/platform';
import { NoOpController } from './no-op.controller.js';

const config = readReferralsConfig(process.env);
const logger = createLogger({ app: 'referrals', level: config.logLevel });
const shutdown = new Shutdown({ logger });
shutdown.listen();
const app = ReferralsModule.register(config);
const http = await createHttpApp(
  { ...app, controllers: [...(app.controllers ?? []), NoOpController] },
  { logger, auth: config.auth, port: config.port, host: config.host },
);
shutdown.register('http', () => http.close());
await http.listen();
