import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { leg, type Leg, firstRulebook, membership } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { submissionSchema } from '../../../apps/referrals/src/content/submission.schema.js';
import { openLeg } from '../../../apps/referrals/src/referral/open-leg.js';
import { directory } from '../../deployment/index.js';
import { sender } from '../events/submission.js';
import { saturate } from '../harness/load.js';
import type { Row } from '../harness/row.js';
import { JournalUnderTest } from './journal-under-test.js';
import { WAITING } from './load.js';
import { batchesOf, contents, saturateOver, WriteApp } from './write-app.js';

export const singly: Row = {
  id: 'accept.http-singly',
  title: 'accept over HTTP, one command a request, authenticated and validated, 128 connections',
  limit: 'a POST of the same server that is authenticated and validated by the same code and writes nothing',
  unit: 'commands/s',
  goal: { atLeast: 0.5 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds } }) => {
    const app = await WriteApp.start();
    const { url } = app.server;
    const [nothing, commands] = [app.submissions('/v1/no-op'), app.submissions('/v1/referrals')];
    const figure = (): Promise<number> => saturateOver(url, commands, { seconds, status: 201 });
    return {
      limit: () => saturateOver(url, nothing, { seconds, status: 201 }),
      figure,
      check: () => app.check(),
      profiles: async () => [await app.server.profileWhile(figure)],
      close: () => app.stop(),
    };
  },
};

const BATCH = 50;
const BATCH_CONNECTIONS = 8;

export const inBatches: Row = {
  id: 'accept.http-batches',
  title: `accept over HTTP in batches of ${BATCH}, ${BATCH_CONNECTIONS} connections`,
  limit: 'the same submissions accepted in process, validated beforehand, 256 waiting',
  unit: 'commands/s',
  goal: { atLeast: 0.6 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds } }) => {
    const app = await WriteApp.start();
    const journal = await JournalUnderTest.create<Leg>(leg);
    const next = batchesOf(app.tokens, BATCH);
    const load = { seconds, status: 200, weight: BATCH, connections: BATCH_CONNECTIONS };
    const figure = (): Promise<number> => saturateOver(app.server.url, next, load);
    return {
      limit: () => acceptedInProcess(journal, seconds),
      figure,
      check: async () => {
        const checks = await app.check();
        await journal.check();
        return checks;
      },
      profiles: async () => [await app.server.profileWhile(figure)],
      close: async () => {
        await app.stop();
        await journal.drop();
      },
    };
  },
};

const NONE_SEALED: ReadonlySet<number> = new Set();
const nobody = membership.initialState();

/** Commands a second that the app's own code makes of submissions, once they are read. */
function acceptedInProcess(target: JournalUnderTest<Leg>, seconds: number): Promise<number> {
  const read = contents().map((body) => submissionSchema.parse(JSON.parse(body)));
  let made = 0;
  const next = (): LaneCommand<Leg> => {
    const submission = read[made++ % read.length];
    if (!submission) throw new RangeError('no content');
    return openLeg(
      directory,
      {
        ...{ actor: sender, key: v7(), correlation: randomUUID(), sealed: NONE_SEALED },
        ...{ rulebook: firstRulebook, membership: nobody },
      },
      { name: 'SubmitReferral', submission },
    );
  };
  return target.whileOpen((journal) =>
    saturate({ waiting: WAITING, seconds, act: async () => void (await journal.handle(next())) }),
  );
}
