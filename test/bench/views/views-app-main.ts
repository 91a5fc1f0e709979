// The whole of agency-views, with its consumers, for agencies that no membership is kept of: whoever has a token is let in.
import { Directory } from '#libs/domain';
import { createHttpApp, runApp } from '#libs/platform';
import { besideMembers } from '#libs/testing';
import { AgencyViewsModule } from '../../../apps/agency-views/src/app.module.js';
import { readAgencyViewsConfig } from '../../../apps/agency-views/src/config.js';
import { connectAgencyViews } from '../../../apps/agency-views/src/consumer/connect.js';

const nobody = new Directory({ jurisdictions: {}, agencies: [] });

await runApp('agency-views', readAgencyViewsConfig, async (config, { logger, shutdown }) => {
  const { auth, bounds, port, host } = config;
  const { app, listen, close } = await createHttpApp(
    besideMembers({ directory: nobody }, AgencyViewsModule.register(config)),
    {
      ...{ logger, auth, bounds, port, host },
      prepare: connectAgencyViews,
    },
  );
  shutdown.register('http', close);
  await app.startAllMicroservices();
  await listen();
});
