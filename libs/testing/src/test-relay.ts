import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { schemasByFingerprint, type Topic } from '#libs/contracts';
import {
  busTopics,
  createKafka,
  ensureTopics,
  frameEvent,
  type JournalRow,
  type KafkaConfig,
  MacKeys,
  parseRefillRequest,
  physicalTopic,
  REFILL_TOPIC,
  type RefillRequest,
  type TopicPlan,
} from '#libs/event-log';
import { until } from './until.js';

/** A broker that missed its heartbeats on a busy machine leads again within seconds; the relay repeats until then, too. */
const UNTIL_LED = { retries: 100, initialRetryTime: 50, maxRetryTime: 300 };

/** One record, as it leaves for a partition. */
export interface RawRecord {
  readonly topic: Topic;
  readonly lane: number;
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Record<string, string>;
}

/** Plays the relay on the real broker, under a topic prefix of its own: the spec says what is lost, repeated or forged. */
export class TestRelay {
  readonly config: KafkaConfig;
  readonly macKeys = new MacKeys('spec', { spec: randomBytes(32) });
  readonly client;
  readonly #producer;
  readonly #refills;

  constructor(prefix = `spec-${randomBytes(6).toString('hex')}.`) {
    const brokers = process.env.BUS_TEST_KAFKA;
    if (!brokers) throw new Error('BUS_TEST_KAFKA is not set: run through npm test');
    this.config = { brokers: brokers.split(','), clientId: 'spec', topicPrefix: prefix };
    this.client = createKafka(this.config);
    this.#producer = this.client.producer({ allowAutoTopicCreation: false, retry: UNTIL_LED });
    this.#refills = this.client.consumer({ groupId: `${prefix}relay`, maxWaitTimeInMs: 50 });
  }

  /** Makes the topics and connects. `largestRecord`: bytes that the broker lets through, where it is more than the bus sends. */
  async open({ largestRecord }: { readonly largestRecord?: number } = {}): Promise<this> {
    const topics = this.#plans().map((plan) => ({ ...plan, largestBatch: largestRecord }));
    await this.#makeTopics(topics, 10);
    await this.#producer.connect();
    return this;
  }

  /** The broker loses every topic, and an operator makes them anew. */
  async loseTopics(): Promise<void> {
    await this.#deleteTopics();
    const left = (all: readonly string[]): boolean => all.some((topic) => topic.startsWith(this.config.topicPrefix));
    await this.#asAdmin((admin) => until(async () => (left(await admin.listTopics()) ? undefined : true)));
    await this.#makeTopics(this.#plans(), 10);
  }

  #plans(): readonly TopicPlan[] {
    return busTopics(this.config.topicPrefix);
  }

  #deleteTopics(): Promise<unknown> {
    const topics = this.#plans().map(({ topic }) => topic);
    return this.#asAdmin((admin) => admin.deleteTopics({ topics }));
  }

  async #asAdmin(work: (admin: ReturnType<typeof this.client.admin>) => Promise<unknown>): Promise<void> {
    const admin = this.client.admin();
    try {
      await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  /** A broker on which several specs make topics at once says now and then that it does not know its own new ones. */
  async #makeTopics(topics: readonly TopicPlan[], tries: number): Promise<void> {
    try {
      await ensureTopics(this.client, topics);
    } catch (error) {
      if (tries <= 1) throw error;
      await delay(200);
      await this.#makeTopics(topics, tries - 1);
    }
  }

  /** The records of these rows, as the relay would send them. */
  frame(rows: readonly JournalRow[]): RawRecord[] {
    return rows.map((row) => ({ topic: row.topic, lane: row.lane, ...frameEvent(row, registryIds, this.macKeys) }));
  }

  async ship(rows: readonly JournalRow[]): Promise<void> {
    await this.send(this.frame(rows));
  }

  /** Records as they are, in this order within each topic and lane. */
  async send(records: readonly RawRecord[]): Promise<void> {
    const topics = Map.groupBy(records, ({ topic }) => topic);
    const answer = await this.#producer.sendBatch({
      topicMessages: [...topics].map(([topic, messages]) => ({
        topic: physicalTopic(this.config, topic),
        messages: messages.map(({ lane, key, value, headers }) => ({
          partition: lane,
          key,
          value,
          ...(headers && { headers }),
        })),
      })),
    });
    // kafkajs drops records of a partition whose leader it does not know, and reports success.
    const confirmed = new Set(answer.map(({ topicName, partition }) => `${topicName}/${partition}`));
    const dropped = records.filter(({ topic, lane }) => !confirmed.has(`${physicalTopic(this.config, topic)}/${lane}`));
    if (dropped.length === 0) return;
    await this.#producer.disconnect();
    await this.#producer.connect();
    await this.send(dropped);
  }

  /** Calls back with each refill that a consumer asks for. */
  async onRefill(serve: (request: RefillRequest) => Promise<void>): Promise<void> {
    await this.#refills.connect();
    await this.#refills.subscribe({ topics: [physicalTopic(this.config, REFILL_TOPIC)], fromBeginning: true });
    await this.#refills.run({
      eachMessage: async ({ message }) => {
        const request = parseRefillRequest(message.value);
        if (request) await serve(request);
      },
    });
  }

  /** Leaves nothing on the broker. */
  async close(): Promise<void> {
    await this.#refills.disconnect();
    await this.#producer.disconnect();
    await this.#deleteTopics();
  }
}

const registryIds = new Map([...schemasByFingerprint.keys()].map((fingerprint, index) => [fingerprint, index + 1]));
