import { setTimeout as delay } from 'node:timers/promises';
import { decodeEvent } from '#libs/contracts';
import { JournalUnderTest } from '../accept/journal-under-test.js';
import { throughput } from '../accept/load.js';
import { caseFold } from '../events/case.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { OPEN, OpenClocks } from './open-clocks.js';

const DUE = 10_000;
const BOUND_MS = 60_000;

export const drain: Row = {
  id: 'clocks.drain',
  title: `clocks said a second when ${DUE.toLocaleString('en')} of ${OPEN.toLocaleString('en')} are due in the same second, the urgent first`,
  limit: 'commands accepted in process, 256 waiting',
  unit: 'clocks/s',
  goal: { atLeast: 0.5 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds } }) => {
    const target = await JournalUnderTest.create(caseFold);
    const open = await OpenClocks.create();
    const all: string[] = [];
    return {
      limit: () => target.whileOpen((journal) => throughput(journal, { spreading: 'sixteen lanes', seconds })),
      figure: () =>
        open.whileRunning(async () => {
          all.push(...(await open.fallDue(DUE, { from: (await open.now()) - 1_000, apartMs: 1_000 / DUE })));
          const end = performance.now() + BOUND_MS;
          const dueBelow = async (count: number): Promise<number> => {
            while ((await open.due()) >= count && performance.now() < end) await delay(10);
            return performance.now();
          };
          const begun = await dueBelow(DUE);
          return DUE / (((await dueBelow(1)) - begun) / 1_000);
        }),
      check: async () => {
        await target.check();
        const findings = await findingsOf(open, all);
        if (findings.length > 0) throw new CheckFailed(findings);
      },
      close: async () => {
        await open.drop();
        await target.drop();
      },
    };
  },
};

/** Each was said once, and in each lane the urgent before the others, then by time. */
async function findingsOf(open: OpenClocks, keys: readonly string[]): Promise<string[]> {
  const rows = await open.rows<{ lane: number; fingerprint: Buffer; bytes: Buffer }>(
    'SELECT lane, fingerprint, bytes FROM journal WHERE key = ANY ($1) ORDER BY lane, position',
    [keys],
  );
  const roundOf = new Map(keys.map((key, at) => [key, Math.floor(at / DUE)]));
  const findings = rows.length === keys.length ? [] : [`${rows.length} of ${keys.length} were said`];
  let before = { lane: -1, round: -1, priority: '', dueAt: 0 };
  for (const row of rows) {
    const event = decodeEvent(row);
    if (event.type !== 'ReferralExpired') continue;
    const { priority, dueAt } = event.data;
    const round = roundOf.get(event.meta.leg ?? '') ?? 0;
    const isLater = before.lane !== row.lane || before.round !== round || before.priority < priority;
    if (!isLater && (before.priority > priority || before.dueAt > dueAt))
      findings.push(`${event.meta.leg} was said late`);
    before = { lane: row.lane, round, priority, dueAt };
  }
  return findings;
}
