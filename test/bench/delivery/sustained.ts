import type { Row } from '../harness/row.js';
import { percentile } from '../harness/statistics.js';
import { Scene } from './scene.js';

/** Submissions for each second of a measurement: more than are sent in that time. */
const EACH_SECOND = 200;
const AT_ONCE = 50;

export const sustained: Row = {
  id: 'delivery.sustained',
  title: 'messages to webhooks that are well while more wait, 450 of 500 webhooks; the others never answer',
  limit: null,
  unit: 'messages/s',
  goal: null,
  durability: 'PostgreSQL fsync=on, synchronous_commit=on',
  prepare: async (bench) => {
    const scene = await Scene.open(bench);
    const notes: string[] = [];
    const figure = async (): Promise<number> => {
      await scene.letHang(true);
      const { rate, latencies } = await scene.offered(async (submit) => {
        for (let left = EACH_SECOND * bench.options.seconds; left > 0; left -= AT_ONCE) await submit(AT_ONCE);
      });
      notes.push(`${latencies.length} messages, the last after ${percentile(latencies, 1)} ms; ${scene.costs()}`, '');
      return rate;
    };
    return {
      figure,
      check: () => scene.check(),
      notes: () => notes,
      profiles: async () => [await scene.delivery.profileWhile(figure), await scene.feed.profileWhile(figure)],
      close: () => scene.close(),
    };
  },
};
