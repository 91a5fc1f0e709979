import { type Admin, Kafka, logLevel, type Message } from 'kafkajs';
import { LANE_COUNT, type Topic, TOPICS_IN_USE } from '#libs/contracts';
import { createKafka, type Fetched, PartitionReader } from '#libs/event-log';
import { until } from '#libs/testing';
import type { Deployment } from '../../deployment/index.js';

/** A partition of a released topic. */
export interface LanePlace {
  readonly topic: Topic;
  readonly lane: number;
}

/** A record as it lies on a topic, ready to be sent again. */
export type RawRecord = Message & { readonly offset: string };

const READ_MS = 500;
const LEADERS_MS = 60_000;

function rawRecord({ key, value, headers = {}, timestamp, offset }: Fetched['messages'][number]): RawRecord {
  const sent = Object.entries(headers).flatMap(([name, each]) =>
    typeof each === 'string' || Buffer.isBuffer(each) ? [[name, each] as const] : [],
  );
  return { key, value, timestamp, offset, headers: Object.fromEntries(sent) };
}

/** The topics of a deployment as somebody with every right on the broker has them in hand, past every app. */
export class RawTopics {
  readonly #kafka: Kafka;

  constructor(private readonly bus: Deployment) {
    this.#kafka = new Kafka({ clientId: 'faults', brokers: [...bus.services.kafka], logLevel: logLevel.NOTHING });
  }

  physical(topic: Topic): string {
    return this.bus.topicPrefix + topic;
  }

  /** The lanes that hold records now. */
  async filled(): Promise<(LanePlace & { readonly low: number; readonly high: number })[]> {
    // New partitions, and those of a broker that is just back, have no leader for a moment.
    return until(() => this.#filled().catch(() => undefined), LEADERS_MS);
  }

  async #filled(): Promise<(LanePlace & { readonly low: number; readonly high: number })[]> {
    return this.#asAdmin(async (admin) => {
      const found = await Promise.all(
        TOPICS_IN_USE.map(async (topic) =>
          (await admin.fetchTopicOffsets(this.physical(topic))).map(({ partition, low, high }) => ({
            topic,
            lane: partition,
            low: Number(low),
            high: Number(high),
          })),
        ),
      );
      return found.flat().filter(({ low, high }) => high > low);
    });
  }

  /** Records ever appended, whether they are still there or not. */
  async appended(): Promise<number> {
    return (await this.filled()).reduce((sum, { high }) => sum + high, 0);
  }

  /** Removes every record that these lanes hold now. */
  async empty(places: readonly LanePlace[]): Promise<void> {
    await this.#asAdmin(async (admin) => {
      for (const [topic, some] of Map.groupBy(places, (place) => place.topic)) {
        const partitions = some.map(({ lane }) => ({ partition: lane, offset: '-1' }));
        await admin.fetchTopicOffsets(this.physical(topic)); // deleting itself does not ask who leads the topic
        await admin.deleteTopicRecords({ topic: this.physical(topic), partitions });
      }
    });
  }

  /** The records of a lane as they lie there. */
  async read({ topic, lane }: LanePlace): Promise<RawRecord[]> {
    const config = { brokers: [...this.bus.services.kafka], clientId: 'faults', topicPrefix: this.bus.topicPrefix };
    const reader = new PartitionReader(createKafka(config));
    try {
      const name = this.physical(topic);
      const { low = 0, high = 0 } = (await reader.ends([name])).get(name)?.get(lane) ?? {};
      const records: RawRecord[] = [];
      for (let offset = low; offset < high;) {
        const [fetched] = await reader.fetch([{ topic: name, partition: lane, offset }], READ_MS);
        const fresh = (fetched?.messages ?? []).filter((message) => Number(message.offset) >= offset);
        records.push(...fresh.map(rawRecord));
        offset = Number(fresh.at(-1)?.offset ?? offset - 1) + 1;
      }
      return records;
    } finally {
      await reader.close();
    }
  }

  /** Puts records at the end of a lane, as they are. */
  async append({ topic, lane }: LanePlace, messages: readonly Message[]): Promise<void> {
    const producer = this.#kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    try {
      const placed = messages.map((message) => ({ ...message, partition: lane }));
      await producer.send({ topic: this.physical(topic), messages: placed });
    } finally {
      await producer.disconnect();
    }
  }

  /** @returns how many members a consumer group has, and whether it has shared the lanes out among them */
  async group(name: string): Promise<{ readonly members: number; readonly stable: boolean }> {
    return this.#asAdmin(async (admin) => {
      const { groups } = await admin.describeGroups([this.bus.topicPrefix + name]);
      return { members: groups[0]?.members.length ?? 0, stable: groups[0]?.state === 'Stable' };
    });
  }

  /** Removes what the broker knows of consumer groups whose members are gone. */
  async forgetGroups(groups: readonly string[]): Promise<void> {
    await this.#asAdmin((admin) =>
      admin.deleteGroups(groups.map((group) => this.bus.topicPrefix + group)).then(() => undefined),
    );
  }

  async #asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.#kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

export const EVERY_LANE: readonly LanePlace[] = TOPICS_IN_USE.flatMap((topic) =>
  Array.from({ length: LANE_COUNT }, (_, lane) => ({ topic, lane })),
);
