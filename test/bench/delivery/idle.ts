import { setTimeout as delay } from 'node:timers/promises';
import type { Row } from '../harness/row.js';
import { Scene } from './scene.js';

export const idle: Row = {
  id: 'delivery.idle',
  title: 'transactions of feeds and delivery in their databases while nothing is said to 450 webhooks',
  limit: null,
  unit: 'transactions/s',
  goal: null,
  durability: 'none',
  prepare: async (bench) => {
    const scene = await Scene.open(bench);
    const notes: string[] = [];
    return {
      figure: async () => {
        await scene.letHang(false);
        const [before, begun] = [await scene.transactions(), performance.now()];
        scene.mark();
        await delay(2 * bench.options.seconds * 1_000);
        notes.push(scene.costs(), '');
        const count = (await scene.transactions()) - before;
        const rate = (1_000 * count) / (performance.now() - begun);
        return rate;
      },
      check: () => scene.check(),
      notes: () => notes,
      close: () => scene.close(),
    };
  },
};
