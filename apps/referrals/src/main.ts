import { createHttpApp, createLogger, Shutdown } from '#libs/platform';
import { readReferralsConfig } from './config.js';
import { ReferralsModule } from './app.module.js';

const config = readReferralsConfig(process.env);
const logger = createLogger({ app: 'referrals', level: config.logLevel });
const shutdown = new Shutdown({ logger });
shutdown.listen();

const http = await createHttpApp(ReferralsModule.register(config), {
  logger,
  auth: config.auth,
  bounds: config.bounds,
  port: config.port,
  host: config.host,
  openApi: { title: 'Referral bus: commands', version: '1' },
});
shutdown.register('http', () => http.close());
logger.info({ url: await http.listen() }, 'ready');
