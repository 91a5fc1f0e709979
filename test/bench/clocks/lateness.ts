import { setTimeout as delay } from 'node:timers/promises';
import { decodeEvent } from '#libs/contracts';
import { CheckFailed, type Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { OPEN, OpenClocks } from './open-clocks.js';

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
    const all: string[] = [];
    return {
      figure: async () => {
        const keys = await open.whileRunning(async () => {
          const from = (await open.now()) + 1_000;
          const due = await open.fallDue(PER_SECOND * seconds, { from, apartMs: 1_000 / PER_SECOND });
          for (const until = Date.now() + seconds * 1_000 + BOUND_MS; Date.now() < until; await delay(50))
            if ((await open.now()) > from + seconds * 1_000 && (await open.due()) === 0) break;
          return due;
        });
        all.push(...keys);
        return percentile(Float64Array.from(await latenessOf(open, keys)), 0.99);
      },
      check: async () => {
        const { length } = await latenessOf(open, all);
        if (length !== all.length) throw new CheckFailed([`${length} of ${all.length} were said`]);
      },
      close: () => open.drop(),
    };
  },
};

/** In seconds, of each that was said; twice said is twice there. */
async function latenessOf(open: OpenClocks, keys: readonly string[]): Promise<number[]> {
  const rows = await open.rows<{ fingerprint: Buffer; bytes: Buffer }>(
    'SELECT fingerprint, bytes FROM journal WHERE key = ANY ($1)',
    [keys],
  );
  return rows.map((row) => {
    const event = decodeEvent(row);
    if (event.type !== 'ReferralExpired') throw new CheckFailed([`${event.type} was said`]);
    return (event.meta.acceptedAt - event.data.dueAt) / 1_000;
  });
}
