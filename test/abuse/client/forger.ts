import { randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import type { Topic } from '#libs/contracts';
import { createKafka, PartitionReader, REFILL_TOPIC } from '#libs/event-log';
import { until } from '#libs/testing';
// node finds no name for the codecs among the exports of a CommonJS package
import kafkajs, { CompressionTypes, type Kafka, type Producer } from 'kafkajs';
import type { Deployment } from '../../deployment/index.js';

type Headers = Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;

/** A record as it stands on a topic, or as a forger would like it to. */
export interface TopicRecord {
  readonly topic: Topic;
  readonly lane: number;
  readonly key: Buffer | string | null;
  readonly value: Buffer | null;
  readonly headers: Headers;
}

kafkajs.CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: async ({ buffer }: { buffer: Buffer }) => zstdCompressSync(buffer),
  decompress: () => Promise.reject(new Error('a forger does not read')),
});

/** The first transaction of a broker makes the topic of its coordinator: until that has a leader, there is none to be found. */
const COORDINATOR_MS = 60_000;

function noneYet(error: unknown): undefined {
  if (!(error instanceof Error) || error.name !== 'KafkaJSGroupCoordinatorNotFound') throw error;
}

/** Somebody with a connection that may produce to every topic of the bus, and no key of the relay's. */
export class Forger {
  readonly #kafka: Kafka;
  readonly #prefix: string;
  readonly #producer: Producer;
  readonly #transactions: Producer;
  readonly #reader: PartitionReader;

  constructor({ services, topicPrefix }: Deployment) {
    this.#kafka = createKafka({ brokers: services.kafka, clientId: 'forger', topicPrefix });
    this.#prefix = topicPrefix;
    this.#producer = this.#kafka.producer({ allowAutoTopicCreation: false });
    this.#transactions = this.#kafka.producer({
      transactionalId: `forger-${randomBytes(4).toString('hex')}`,
      maxInFlightRequests: 1,
    });
    this.#reader = new PartitionReader(this.#kafka);
  }

  async connect(): Promise<void> {
    await Promise.all([this.#producer.connect(), this.#transactions.connect()]);
  }

  async close(): Promise<void> {
    await Promise.all([this.#producer.disconnect(), this.#transactions.disconnect(), this.#reader.close()]);
  }

  /** Every record of a lane of a topic. */
  async read(topic: Topic, lane: number): Promise<TopicRecord[]> {
    const wanted = { topic: this.#prefix + topic, partition: lane, offset: 0 };
    const answers = await this.#reader.fetch([wanted], 500);
    return answers
      .flatMap(({ messages }) => messages)
      .map(({ key, value, headers = {} }) => ({ topic, lane, key, value, headers: headers as Headers }));
  }

  /** Appends records as they are. */
  async send(records: readonly TopicRecord[], compression = CompressionTypes.None): Promise<void> {
    for (const { topic, lane, key, value, headers } of records) {
      const messages = [{ partition: lane, key, value, headers: { ...headers } }];
      await this.#producer.send({ topic: this.#prefix + topic, messages, compression });
    }
  }

  /** Appends a record in a transaction that stays open until the returned function is called. */
  async sendAndHold({ topic, lane, key, value, headers }: TopicRecord): Promise<() => Promise<void>> {
    const open = await until(() => this.#transactions.transaction().catch(noneYet), COORDINATOR_MS);
    await open.send({
      topic: this.#prefix + topic,
      messages: [{ partition: lane, key, value, headers: { ...headers } }],
    });
    return () => open.abort();
  }

  async askForRefill(values: readonly (string | null)[]): Promise<void> {
    await this.#producer.send({ topic: this.#prefix + REFILL_TOPIC, messages: values.map((value) => ({ value })) });
  }
}
