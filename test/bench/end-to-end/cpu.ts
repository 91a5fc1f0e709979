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
    return {
      figure: async () => {
        const [events, seconds] = [await bus.count('accepted'), bus.cpuSeconds()];
        const load = { seconds: 2 * bench.options.seconds, status: 201, connections: 64 };
        await saturateOver(bus.urlOf('referrals'), requests(bus.tokens, '/v1/referrals'), load);
        await bus.settled();
        return (1e6 * (bus.cpuSeconds() - seconds)) / ((await bus.count('accepted')) - events);
      },
      check: () => bus.check(),
      close: () => bus.stop(),
    };
  },
};
