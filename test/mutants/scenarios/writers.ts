import { v7 } from 'uuid';
import { atMost, type Scenario } from '../scenario.js';
import type { Patch } from '../patch.js';

const beforeCommit: Patch = {
  file: 'libs/journal/src/accepting-loop.js',
  find: 'await Promise.all([append(client, decided), setClocks(client, clocks), commit(client)]);',
  put: `await globalThis.busPoint('before-commit');
            await Promise.all([append(client, decided), setClocks(client, clocks), commit(client)]);`,
};

/** The writer dies while a transaction is decided and not committed. */
export const writerCrash: Scenario = {
  what: 'the writer is killed between a decision and its commit',
  points: [beforeCommit],
  play: async ({ bus, agencies, points }) => {
    await agencies.submit({ to: 'DE-NCP' });
    points.referrals.hold('before-commit');
    const submitted = agencies.submit({ to: 'DE-NCP' });
    await points.referrals.held('before-commit');
    await atMost(1_000, submitted); // a sound writer answers nothing before the commit
    await bus.apps.referrals.end('SIGKILL');
    points.referrals.off('before-commit');
    await bus.apps.referrals.start();
    await submitted;
    await agencies.submit({ to: 'DE-NCP' });
  },
};

/** A transaction fails in its last statement: somebody else holds the row for longer than the writer waits. */
export const lockedState: Scenario = {
  what: 'a transaction of the writer fails because a row is locked for six seconds',
  play: async ({ agencies, hands }) => {
    const told = await agencies.submit();
    const id = told?.id ?? '';
    await hands.withClient('journal', async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM state WHERE key = $1 FOR UPDATE', [id]);
      const said = agencies.say(id, 'receive');
      await atMost(6_500, said);
      await client.query('ROLLBACK');
      await said;
    });
    await agencies.say(id, 'acknowledge');
  },
};

/** Two writers get contradicting words about the same referrals at the same time, and the same keys. */
export const twoWriters: Scenario = {
  what: 'two writers are told contradicting things about the same referrals at the same time',
  instances: { referrals: 2 },
  play: async ({ agencies }) => {
    const told = await Promise.all(Array.from({ length: 12 }, () => agencies.submit({ level: 'P1' })));
    const ids = told.flatMap((each) => each?.id ?? []);
    const key = v7();
    const raced = [1, 2].map(() => agencies.submit({ level: 'P1', key, reference: 'raced' }));
    await Promise.all(ids.map((id) => Promise.all([agencies.say(id, 'receive'), agencies.say(id, 'acknowledge')])));
    await Promise.all(ids.map((id) => Promise.all([agencies.say(id, 'accept'), agencies.say(id, 'reject')])));
    await Promise.all(raced);
  },
};
