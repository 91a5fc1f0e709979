import { requests, saturateOver } from '../accept/write-app.js';
import type { Row } from '../harness/row.js';
import { WholeBus } from './whole-bus.js';

export const cpu: Row = {
  id: 'end-to-end.cpu',
  title:
    'CPU of everything (apps, database, broker, registry, client) for each event, from the first request to the last view',
  limit: null,
  unit: 'µs an event',
  goal: null,
  durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all, one broker',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const seen: string[] = [];
    const figure = async (): Promise<number> => {
      const [before, cpuBefore, start] = [await bus.count('accepted'), bus.cpuByPart(), performance.now()];
      const load = { seconds: 2 * bench.options.seconds, status: 201, connections: 64 };
      await saturateOver(bus.urlOf('referrals'), requests(bus.tokens, '/v1/referrals'), load);
      await bus.settled();
      const events = (await bus.count('accepted')) - before;
      const cpu = Object.entries(bus.cpuByPart()).map(([name, seconds]) => ({
        name,
        seconds: seconds - (cpuBefore[name] ?? 0),
      }));
      const all = cpu.reduce((sum, { seconds }) => sum + seconds, 0);
      const parts = cpu
        .toSorted((one, other) => other.seconds - one.seconds)
        .map(({ name, seconds }) => `${name} ${Math.round((1e6 * seconds) / events)} µs`);
      const busy = all / bus.cores / ((performance.now() - start) / 1000);
      seen.push(`${events} events, the cores ${Math.round(100 * busy)} % busy: ${parts.join(', ')}.`, '');
      return (1e6 * all) / events;
    };
    return {
      figure,
      check: () => bus.check(),
      notes: () => seen,
      profiles: () => bus.profileWhile(figure),
      close: () => bus.stop(),
    };
  },
};
