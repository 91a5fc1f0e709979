import { setTimeout as delay } from 'node:timers/promises';
import type { Row } from '../harness/row.js';
import { OPEN, OpenClocks } from './open-clocks.js';

/** The server counts what a session did at its next pause. */
const SETTLE_MS = 1_500;

export const idle: Row = {
  id: 'clocks.idle',
  title: `queries while none of ${OPEN.toLocaleString('en')} open clocks is due`,
  limit: null,
  unit: 'queries/s',
  goal: { atMost: 1 },
  durability: 'none',
  prepare: async ({ options: { seconds } }) => {
    const open = await OpenClocks.create();
    const notes: string[] = [];
    return {
      figure: async () => {
        await delay(SETTLE_MS);
        const [begun, before] = [performance.now(), await open.takes()];
        await delay(4 * seconds * 1_000);
        const [after, took] = [await open.takes(), (performance.now() - begun) / 1_000];
        const calls = after.calls - before.calls;
        const each = ((after.ms - before.ms) / calls).toFixed(2);
        notes.push(`${calls} queries in ${took.toFixed(1)} s, ${each} ms each in the server.`);
        return calls / took;
      },
      check: () => Promise.resolve([]),
      notes: () => notes,
      close: () => open.drop(),
    };
  },
};
