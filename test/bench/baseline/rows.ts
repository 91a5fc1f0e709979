import type { Bench } from '../harness/bench.js';
import type { Contest, Row } from '../harness/row.js';
import { BusWay } from './bus-way.js';
import { NestWay } from './nest-way.js';
import { wholePath } from './write-path.js';

const common = {
  limit: 'the documented NestJS way: TypeORM save of state, events and outbox, ClientKafka, @EventPattern and save',
  unit: 'referrals/s',
  durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all',
} as const;

export const baselineRows: readonly Row[] = [
  {
    ...common,
    id: 'accept.baseline-singly',
    title: 'the whole write path, from HTTP to the row that the recipient reads, one command a request',
    goal: { atLeast: 8 },
    prepare: (bench) => against(bench, 'singly'),
  },
  {
    ...common,
    id: 'accept.baseline-batches',
    title: 'the same in batches of 50',
    goal: { atLeast: 15 },
    prepare: (bench) => against(bench, 'in batches'),
  },
];

async function against(bench: Bench, way: 'singly' | 'in batches'): Promise<Contest> {
  await bench.stack.restart('kafka');
  await bench.stack.restart('registry');
  const [nest, bus] = [await NestWay.start(bench), await BusWay.start()];
  const { seconds } = bench.options;
  const figure = (): Promise<number> => wholePath(bus, way, seconds);
  // a fresh process does a third of what it does once its code is compiled
  for (const path of [nest, bus]) await wholePath(path, way, seconds);
  return {
    limit: () => wholePath(nest, way, seconds),
    figure,
    check: async () => {
      await nest.check();
      return bus.check();
    },
    profiles: () => bus.profileWhile(figure),
    close: async () => {
      await nest.stop();
      await bus.stop();
      for (const part of ['registry', 'kafka'] as const) await bench.stack.kill(part, 'SIGTERM');
    },
  };
}
