// A process of the bench with kafkajs as it comes: no adapter, no order, no proof. What it does with the same records is the limit.
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { serve } from '../harness/child.js';
import { History } from './history.js';
import { type PlacedRecord, recordsOf } from './records.js';

export interface BareInput {
  readonly task: 'produce' | 'consume';
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly topics: readonly string[];
  readonly referrals: number;
}

/** Records a second, the first tenth not counted. */
serve((input: BareInput) => (input.task === 'produce' ? produce(input) : consume(input)));

const PER_SEND = 1_000;
const IN_FLIGHT = 5;

const clientOf = ({ brokers }: BareInput): Kafka =>
  new Kafka({ brokers: [...brokers], clientId: 'bare', logLevel: logLevel.NOTHING });

async function produce(input: BareInput): Promise<number> {
  const records = recordsOf(new History(input.referrals).rows);
  const sends = Array.from({ length: Math.ceil(records.length / PER_SEND) }, (_, at) =>
    requestOf(records.slice(at * PER_SEND, (at + 1) * PER_SEND), input.topicPrefix),
  );
  const producer = clientOf(input).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const skipped = Math.ceil(sends.length / 10);
  let [sent, from] = [0, 0];
  const work = async (): Promise<void> => {
    while (sent < sends.length) {
      const topicMessages = sends[sent++];
      if (topicMessages) await producer.sendBatch({ topicMessages, acks: -1 });
      if (from === 0 && sent >= skipped) from = performance.now();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  const seconds = (performance.now() - from) / 1000;
  await producer.disconnect();
  return ((sends.length - skipped) * PER_SEND) / seconds;
}

function requestOf(records: readonly PlacedRecord[], prefix: string) {
  return [...Map.groupBy(records, ({ row }) => row.topic)].map(([topic, placed]) => ({
    topic: prefix + topic,
    messages: placed.map(({ row, record }) => ({ ...record, headers: { ...record.headers }, partition: row.lane })),
  }));
}

async function consume(input: BareInput): Promise<number> {
  const wanted = new History(input.referrals).rows.length;
  const consumer = clientOf(input).consumer({
    groupId: `bare-${process.hrtime.bigint()}`,
    maxWaitTimeInMs: 100,
    maxBytes: 16 * 1024 * 1024,
    maxBytesPerPartition: 1024 * 1024,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: input.topics.map((topic) => input.topicPrefix + topic), fromBeginning: true });
  let [seen, from] = [0, 0];
  const skipped = wanted / 10;
  let counted = 0;
  const seconds = await new Promise<number>((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        eachBatchAutoResolve: true,
        partitionsConsumedConcurrently: 64,
        eachBatch: ({ batch }) => {
          seen += batch.messages.length;
          if (from === 0 && seen >= skipped) [from, counted] = [performance.now(), seen];
          if (seen >= wanted) resolve((performance.now() - from) / 1000);
          return Promise.resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return (wanted - counted) / seconds;
}
