import { runKafkaTool } from '#libs/local-stack';
import { type KafkaConfig, physicalTopic } from '#libs/event-log';
import { topics } from '#libs/contracts';
import { recordsOf } from '../log/records.js';
import type { History } from '../log/history.js';

/** Records a second of Kafka's own ProducerPerformance: as many, each as large as one of ours with its key and headers. */
export async function javaProducerRate({ brokers, ...config }: KafkaConfig, history: History): Promise<number> {
  const records = recordsOf(history.rows);
  const printed = await runKafkaTool('ProducerPerformance', [
    ...['--topic', physicalTopic(config, topics.referral)],
    ...['--num-records', String(records.length)],
    ...[
      '--record-size',
      String(Math.round(records.reduce((sum, { record }) => sum + sizeOf(record), 0) / records.length)),
    ],
    ...['--throughput', '-1'],
    ...['--producer-props', `bootstrap.servers=${brokers.join(',')}`, 'acks=all', 'batch.size=1048576', 'linger.ms=5'],
  ]);
  const [, rate] = /([\d.]+) records\/sec .*99th/.exec(printed.trim().split('\n').at(-1) ?? '') ?? [];
  if (rate === undefined) throw new Error(`ProducerPerformance printed no rate: ${printed}`);
  return Number(rate);
}

type Sized = ReturnType<typeof recordsOf>[number]['record'];

function sizeOf({ key, value, headers }: Sized): number {
  return Object.entries(headers).reduce(
    (sum, [name, text]) => sum + name.length + text.length,
    key.length + value.length,
  );
}
