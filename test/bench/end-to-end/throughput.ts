import { batchesOf, requests, saturateOver, type SaturationOver } from '../accept/write-app.js';
import type { Bench } from '../harness/bench.js';
import type { Row } from '../harness/row.js';
import { costOfSteps, costsAsText, type StepCosts, sumOf } from './cost-of-steps.js';
import { WholeBus } from './whole-bus.js';

type Load = (bus: WholeBus) => { readonly next: () => string; readonly over: Omit<SaturationOver, 'seconds'> };

const SINGLY: Load = ({ tokens }) => ({
  next: requests(tokens, '/v1/referrals'),
  over: { status: 201, connections: 64 },
});
const BATCH = 50;
const BATCHED: Load = ({ tokens }) => ({
  next: batchesOf(tokens, BATCH),
  over: { status: 200, weight: BATCH, connections: 4 },
});

/** Events a second from the client's first request until the last event is in every view, everything on the same cores. */
function throughputRow(name: string, load: Load, aim: string): Row {
  return {
    id: `end-to-end.${name}`,
    title: `end to end, everything and the client on the machine's cores, ${name}; aim ${aim} events/s`,
    limit: 'what the cores would do if each step cost only the CPU per event that it costs alone',
    unit: 'events/s',
    goal: { atLeast: 0.7 },
    durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all, one broker',
    prepare: async (bench) => {
      const bus = await WholeBus.start(bench);
      const seen: StepCosts[] = [];
      const run = (seconds: number): Promise<number> => {
        const { next, over } = load(bus);
        return saturateOver(bus.urlOf('referrals'), next, { seconds, ...over });
      };
      return {
        limit: async () => {
          const costs = await costOfSteps(bus, () => run(bench.options.seconds));
          seen.push(costs);
          return bus.cores / sumOf(costs);
        },
        figure: () => throughput(bus, bench, run),
        check: () => bus.check(),
        notes: () => [...seen.map(costsAsText), ''],
        profiles: () => bus.profileWhile(() => throughput(bus, bench, run)),
        close: () => bus.stop(),
      };
    },
  };
}

async function throughput(
  bus: WholeBus,
  { options }: Bench,
  run: (seconds: number) => Promise<number>,
): Promise<number> {
  await bus.settled();
  const [before, start] = [await bus.count('accepted'), performance.now()];
  await run(2 * options.seconds);
  await bus.settled();
  return ((await bus.count('accepted')) - before) / ((performance.now() - start) / 1000);
}

export const singly = throughputRow('singly', SINGLY, '5,000');
export const batched = throughputRow('batched', BATCHED, '10,000');
