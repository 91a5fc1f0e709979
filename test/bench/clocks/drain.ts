import { setTimeout as delay } from 'node:timers/promises';
import { JournalUnderTest } from '../accept/journal-under-test.js';
import { throughput } from '../accept/load.js';
import { caseFold } from '../events/case.js';
import { CheckFailed, type Row } from '../harness/row.js';
import { type Due, OPEN, OpenClocks } from './open-clocks.js';

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
    const rounds: Due[][] = [];
    return {
      limit: () => target.whileOpen((journal) => throughput(journal, { spreading: 'sixteen lanes', seconds })),
      figure: async () => {
        const due = await open.fallDue(DUE, { from: (await open.now()) - 1_000, apartMs: 1_000 / DUE });
        rounds.push(due);
        // looked at seldom, since counting them costs the database as much as saying some
        for (const end = performance.now() + BOUND_MS; (await open.due()) > 0 && performance.now() < end;)
          await delay(250);
        const times = (await open.said(due.map(({ key }) => key))).map(({ acceptedAt }) => acceptedAt);
        return times.length / ((Math.max(...times) - Math.min(...times)) / 1_000);
      },
      check: async () => {
        const checks = await target.check();
        const findings = (await Promise.all(rounds.map((due) => findingsOf(open, due)))).flat();
        if (findings.length > 0) throw new CheckFailed(findings);
        return [...checks, 'every clock was said once, the urgent first'];
      },
      close: async () => {
        await open.drop();
        await target.drop();
      },
    };
  },
};

/** Each was said once, and in each lane the urgent before the others, then by time. */
async function findingsOf(open: OpenClocks, due: readonly Due[]): Promise<string[]> {
  const clocks = new Map(due.map((each) => [each.key, each]));
  const said = await open.said([...clocks.keys()]);
  const findings = said.length === due.length ? [] : [`${said.length} of ${due.length} were said`];
  let before = { lane: -1, level: 0, at: 0 };
  for (const { leg, lane } of said) {
    const { level = 0, at = 0 } = clocks.get(leg ?? '') ?? {};
    const isBehind = before.level < level || (before.level === level && before.at <= at);
    if (lane === before.lane && !isBehind) findings.push(`${leg} was said late`);
    before = { lane, level, at };
  }
  return findings;
}
