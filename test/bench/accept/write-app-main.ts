// The write app as it is, with one route more: a POST that goes through the same door and writes nothing.
import { readReferralsConfig } from '../../../apps/referrals/src/config.js';
import { ReferralsModule } from '../../../apps/referrals/src/app.module.js';
import { readFileSync } from 'node:fs';
import { Directory, type DirectoryFile } from '#libs/domain';
import { directoryFile } from '../../deployment/places.js';
import { besideMembers } from '#libs/testing';
import { createHttpApp, runApp } from '#libs/platform';
import { NoOpController } from './no-op.controller.js';

await runApp('referrals', readReferralsConfig, async (config, { logger, shutdown }) => {
  const app = ReferralsModule.register(config);
  const directory = new Directory(JSON.parse(readFileSync(directoryFile, 'utf8')) as DirectoryFile);
  const { listen, close } = await createHttpApp(
    besideMembers({ directory }, { ...app, controllers: [...(app.controllers ?? []), NoOpController] }),
    { logger, auth: config.auth, bounds: config.bounds, port: config.port, host: config.host },
  );
  shutdown.register('http', close);
  await listen();
});
