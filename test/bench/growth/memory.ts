import { requests, saturateOver } from '../accept/write-app.js';
import { HttpConnections } from '../harness/http-connection.js';
import { openLoop } from '../harness/load.js';
import { residentBytesOf } from '../harness/process-tree.js';
import type { Row } from '../harness/row.js';
import { WholeBus } from '../end-to-end/whole-bus.js';

/** Of the load that saturates. */
const SHARE = 0.4;
const WARM_UP = 1 / 3;

export const memory: Row = {
  id: 'growth.memory',
  title: 'resident memory of all apps at the end of a steady load, divided by that after its first third',
  limit: null,
  unit: '×',
  goal: { atMost: 1.05 },
  durability: 'none',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const next = requests(bus.tokens, '/v1/referrals');
    const url = bus.urlOf('referrals');
    const saturated = await saturateOver(url, next, { seconds: bench.options.seconds, status: 201, connections: 64 });
    const seen: string[] = [];
    const load = async (seconds: number): Promise<void> => {
      const connections = new HttpConnections(url, 64);
      await openLoop({ perSecond: SHARE * saturated, seconds, act: () => connections.ask(next()) });
      connections.close();
    };
    const resident = (): number => residentBytesOf(bus.deployment.all.map(({ pid }) => pid));
    return {
      figure: async () => {
        const seconds = bench.options.minutes * 60;
        await load(seconds * WARM_UP);
        const before = resident();
        await load(seconds * (1 - WARM_UP));
        const after = resident();
        seen.push(
          `${Math.round(before / 2 ** 20)} MiB, then ${Math.round(after / 2 ** 20)} MiB, in ${bench.options.minutes} minutes at ${Math.round(SHARE * saturated)} submissions/s.`,
        );
        await bus.settled();
        return after / before;
      },
      check: () => bus.check(),
      notes: () => seen,
      close: () => bus.stop(),
    };
  },
};
