import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DirectoryFile, FirstEdition } from '#libs/domain';
import { DigestKeys } from '#libs/journal';
import { following, JournalSource } from '#libs/membership';
import { createHttpApp, createLogger, type HttpApp, type Logger, type TokenRules } from '#libs/platform';
import { MembershipAppModule } from './app.module.js';
import { directoryField } from './founding/directory-file.js';
import { firstEditions } from './founding/first-editions.js';

const root = join(import.meta.dirname, '../../..');

/** Who takes part in a bus that `npm start` founds. */
export const demoDirectory: DirectoryFile = directoryField.parse(
  readFileSync(join(root, 'deploy/demo/directory.json'), 'utf8'),
);

/** The app on a journal that was migrated: it founds the bus with the demo directory once the journal is confirmed. */
export function startMembershipApp(
  journalUrl: string,
  auth: TokenRules,
  editions: readonly FirstEdition[] = firstEditions(undefined),
  logger: Logger = createLogger({ app: 'spec', level: 'silent' }),
): Promise<HttpApp> {
  const digestKeys = new DigestKeys('d1', { d1: Buffer.alloc(32, 7) });
  const beginning = { directory: demoDirectory, editions };
  return createHttpApp(
    following(JournalSource.of(journalUrl), MembershipAppModule.register({ journalUrl, digestKeys, beginning })),
    {
      logger,
      auth,
      port: 0,
      openApi: { title: 'Membership', version: '1' },
    },
  );
}
