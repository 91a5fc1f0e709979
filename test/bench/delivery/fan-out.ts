import { openLoop } from '../harness/load.js';
import type { Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { Scene } from './scene.js';

/** Submissions a second; each goes to the ten webhooks of an agency. */
const PER_SECOND = 6;

export const fanOut: Row = {
  id: 'delivery.fan-out',
  title: `p99 from a feed to the webhooks that are well, ${PER_SECOND} submissions/s to 10 of 500 webhooks each, while a tenth of all never answers`,
  limit: 'the same without those that never answer',
  unit: 'ms',
  goal: { atMost: 1.2 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const scene = await Scene.open(bench);
    const notes: string[] = [];
    const p99 = async (hanging: boolean): Promise<number> => {
      await scene.letHang(hanging);
      const { latencies } = await scene.offered((submit) =>
        openLoop({ perSecond: PER_SECOND, seconds: 4 * bench.options.seconds, act: () => submit(1) }),
      );
      const [half, most] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
      const which = hanging ? 'beside 50 that never answer' : 'all are well';
      notes.push(`${which}: p50 ${half} ms, p99 ${most} ms of ${latencies.length}; ${scene.costs()}`, '');
      return most;
    };
    return {
      limit: () => p99(false),
      figure: () => p99(true),
      check: () => scene.check(),
      notes: () => notes,
      profiles: async () => [await scene.delivery.profileWhile(() => p99(true))],
      close: () => scene.close(),
    };
  },
};
