import type { Kafka } from 'kafkajs';
import { type Cluster, clusterOf, type FetchedPartition, READ_UNCOMMITTED } from './kafkajs/cluster.js';
import { untilLed } from './until-led.js';

/** A partition by the topic's name on the broker. */
export interface Partition {
  readonly topic: string;
  readonly partition: number;
}

/** Offset of the first record, and offset after the last. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

export interface FetchFrom extends Partition {
  readonly offset: number;
}

export interface TimeInPartition extends Partition {
  /** Milliseconds since 1970, UTC. */
  readonly timestamp: number;
}

export interface Fetched extends Partition {
  readonly messages: FetchedPartition['messages'];
}

const ANSWER_BYTES = 16 * 1024 * 1024;
const PARTITION_BYTES = 1024 * 1024;

/** Reads partitions by offset, without a consumer group. */
export class PartitionReader {
  readonly #cluster: Cluster;

  constructor(kafka: Kafka) {
    this.#cluster = clusterOf(kafka);
  }

  async close(): Promise<void> {
    await this.#cluster.disconnect();
  }

  /** Where every partition of the topics begins and ends. */
  async ends(topics: readonly string[]): Promise<Map<string, Map<number, Ends>>> {
    return this.#withMetadata(topics, async () => {
      const partitions = topics.map((topic) => ({
        topic,
        partitions: this.#cluster
          .findTopicPartitionMetadata(topic)
          .map(({ partitionId }) => ({ partition: partitionId })),
      }));
      const [lows, highs] = await Promise.all([
        this.#cluster.fetchTopicsOffset(partitions.map((each) => ({ ...each, fromBeginning: true }))),
        this.#cluster.fetchTopicsOffset(partitions.map((each) => ({ ...each, fromBeginning: false }))),
      ]);
      return joined(lows, highs);
    });
  }

  /** Offset of the first record in each partition that bears this time or a later one; -1 where there is none. */
  async offsetsAt(wanted: readonly TimeInPartition[]): Promise<(Partition & { readonly offset: number })[]> {
    return this.#withMetadata(topicsOf(wanted), async () => {
      const answers = await Promise.all(
        [...this.#byLeader(wanted)].map(async ([leader, some]) => {
          const broker = await this.#cluster.findBroker({ nodeId: leader });
          const topics = some.map(({ topic, ...partition }) => ({ topic, partitions: [partition] }));
          return (await broker.listOffsets({ isolationLevel: READ_UNCOMMITTED, topics })).responses;
        }),
      );
      return answers
        .flat()
        .flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => ({ topic, partition, offset: Number(offset) })),
        );
    });
  }

  /**
   * One round: what the brokers have from each offset on, in whole batches, so that records before the offset may come first.
   * A partition may bring nothing because others filled the answer. Waits up to `waitMs` while nothing is there at all.
   */
  async fetch(wanted: readonly FetchFrom[], waitMs: number): Promise<Fetched[]> {
    return this.#withMetadata(topicsOf(wanted), async () => {
      const answers = await Promise.all(
        [...this.#byLeader(wanted)].map(([leader, some]) => this.#fetchFrom(leader, some, waitMs)),
      );
      return answers.flat();
    });
  }

  async #fetchFrom(leader: number, wanted: readonly FetchFrom[], waitMs: number): Promise<Fetched[]> {
    const broker = await this.#cluster.findBroker({ nodeId: leader });
    const { responses } = await broker.fetch({
      isolationLevel: READ_UNCOMMITTED,
      maxWaitTime: waitMs,
      minBytes: 1,
      maxBytes: ANSWER_BYTES,
      topics: wanted.map(({ topic, partition, offset }) => ({
        topic,
        partitions: [{ partition, fetchOffset: String(offset), maxBytes: PARTITION_BYTES }],
      })),
    });
    return responses.flatMap(({ topicName, partitions }) =>
      partitions.map(({ partition, messages }) => ({ topic: topicName, partition, messages })),
    );
  }

  #byLeader<Wanted extends Partition>(wanted: readonly Wanted[]): Map<number, Wanted[]> {
    const byLeader = new Map<number, Wanted[]>();
    for (const each of wanted) {
      const metadata = this.#cluster.findTopicPartitionMetadata(each.topic);
      const leader = metadata.find(({ partitionId }) => partitionId === each.partition)?.leader;
      if (leader === undefined) throw new Error(`${each.topic} has no partition ${each.partition}`);
      byLeader.set(leader, [...(byLeader.get(leader) ?? []), each]);
    }
    return byLeader;
  }

  /**
   * After a failure the next call asks anew who leads what: a topic may have been made again, a leader may have moved.
   * A change of leader is waited for.
   */
  #withMetadata<T>(topics: readonly string[], work: () => Promise<T>): Promise<T> {
    return untilLed(async () => {
      if (!this.#cluster.isConnected()) await this.#cluster.connect();
      await this.#cluster.addMultipleTargetTopics([...topics]);
      try {
        return await work();
      } catch (error) {
        await this.#cluster.refreshMetadata();
        throw error;
      }
    });
  }
}

const topicsOf = (partitions: readonly Partition[]): string[] => [...new Set(partitions.map(({ topic }) => topic))];

type Offsets = Awaited<ReturnType<Cluster['fetchTopicsOffset']>>;

function joined(lows: Offsets, highs: Offsets): Map<string, Map<number, Ends>> {
  const lowOf = new Map(
    lows.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => [`${topic}/${partition}`, offset]),
    ),
  );
  return new Map(
    highs.map(({ topic, partitions }) => [
      topic,
      new Map(
        partitions.map(({ partition, offset }) => [
          partition,
          { low: Number(lowOf.get(`${topic}/${partition}`)), high: Number(offset) },
        ]),
      ),
    ]),
  );
}
