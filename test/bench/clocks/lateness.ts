import { setTimeout as delay } from 'node:timers/promises';
import { CheckFailed, type Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { type Due, OPEN, OpenClocks } from './open-clocks.js';

const PER_SECOND = 50;
/** Until all is said. */
const BOUND_MS = 30_000;

export const lateness: Row = {
  id: 'clocks.lateness',
  title: `from when a clock is due to when what is due is accepted, p99, ${PER_SECOND} a second among ${OPEN.toLocaleString('en')} open clocks`,
  limit: null,
  unit: 's',
  goal: { atMost: 2 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async ({ options: { seconds }, report }) => {
    report('clocks: opening very many clocks …');
    const open = await OpenClocks.create();
    const all: Due[] = [];
    return {
      figure: async () => {
        const from = (await open.now()) + 1_000;
        const due = await open.fallDue(PER_SECOND * seconds, { from, apartMs: 1_000 / PER_SECOND });
        for (const until = Date.now() + seconds * 1_000 + BOUND_MS; Date.now() < until; await delay(50))
          if ((await open.now()) > from + seconds * 1_000 && (await open.due()) === 0) break;
        all.push(...due);
        return percentile(Float64Array.from(await latenessOf(open, due)), 0.99);
      },
      check: async () => {
        const { length } = await latenessOf(open, all);
        if (length !== all.length) throw new CheckFailed([`${length} of ${all.length} were said`]);
        return ['every clock was said once'];
      },
      close: () => open.drop(),
    };
  },
};

/** In seconds, of each that was said; twice said is twice there. */
async function latenessOf(open: OpenClocks, due: readonly Due[]): Promise<number[]> {
  const times = new Map(due.map(({ key, at }) => [key, at]));
  const said = await open.said([...times.keys()]);
  return said.map(({ leg, acceptedAt }) => (acceptedAt - (times.get(leg ?? '') ?? 0)) / 1_000);
}
