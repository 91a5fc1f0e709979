import { following, JournalSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { ReferralsModule } from './app.module.js';
import { readReferralsConfig } from './config.js';

await runApp('referrals', readReferralsConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(
    following(JournalSource.of(config.journalUrl), ReferralsModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: commands', version: '1' },
    },
  );
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
