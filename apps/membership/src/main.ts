import { following, JournalSource } from '#libs/membership';
import { createHttpApp, runApp } from '#libs/platform';
import { MembershipAppModule } from './app.module.js';
import { readMembershipConfig } from './config.js';

await runApp('membership', readMembershipConfig, async (config, { logger, shutdown }) => {
  const { listen, close } = await createHttpApp(
    following(JournalSource.of(config.journalUrl), MembershipAppModule.register(config)),
    {
      logger,
      auth: config.auth,
      bounds: config.bounds,
      port: config.port,
      host: config.host,
      openApi: { title: 'Referral bus: membership', version: '1' },
    },
  );
  shutdown.register('http', close);
  logger.info({ url: await listen() }, 'ready');
});
