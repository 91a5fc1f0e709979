import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { causeOf } from './kafka-error.js';

export interface TopicPlan {
  /** Name on the broker. */
  readonly topic: string;
  readonly partitions: number;
  /** Milliseconds that records are kept; null for ever. */
  readonly keepMs: number | null;
  /** Bytes of the largest batch that the broker takes; 1 MiB unless told. */
  readonly largestBatch?: number | undefined;
}

/** One event a record: the largest batch of one lane that the relay sends is below this. */
const MAX_BATCH_BYTES = 1024 * 1024;
/** A broker that starts on a busy machine takes its time. */
const NEW_TOPIC_MS = 60_000;
const RETRY_MS = 20;

/**
 * Makes the topics that are missing and waits until each can be written. Existing ones are left as they are, but for
 * their number of partitions.
 * @param replicas copies of each partition; -1 for the broker's default
 * @throws Error naming the topic that has another number of partitions: a lane is a partition
 */
export async function ensureTopics(kafka: Kafka, plans: readonly TopicPlan[], replicas = -1): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const missing = plans.filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: false,
        timeout: 15_000,
        topics: missing.map((plan) => topicConfig(plan, replicas)),
      });
    }
    await Promise.all(plans.map(({ topic }) => leadersOf(admin, topic)));
    const { topics } = await admin.fetchTopicMetadata({ topics: plans.map(({ topic }) => topic) });
    for (const { topic, partitions } of plans) {
      const found = topics.find(({ name }) => name === topic)?.partitions.length ?? 0;
      if (found !== partitions) throw new Error(`topic ${topic} has ${found} partitions, not ${partitions}`);
    }
  });
}

/**
 * A new topic is not at once in every broker's metadata, and is there before its leaders know of it: they answer for its
 * offsets only by then. (kafkajs's own wait for leaders fails when the topic is not in the metadata yet.)
 */
async function leadersOf(admin: Admin, topic: string, until = Date.now() + NEW_TOPIC_MS): Promise<void> {
  try {
    await admin.fetchTopicOffsets(topic);
  } catch (error) {
    if (causeOf(error).type === undefined || Date.now() > until) throw error;
    await delay(RETRY_MS);
    await leadersOf(admin, topic, until);
  }
}

const topicConfig = (plan: TopicPlan, replicationFactor: number) => ({
  topic: plan.topic,
  numPartitions: plan.partitions,
  replicationFactor,
  configEntries: Object.entries(topicSettings(plan)).map(([name, value]) => ({ name, value })),
});

/** How a topic is kept, by Kafka's names. */
export function topicSettings({
  keepMs,
  largestBatch = MAX_BATCH_BYTES,
}: Pick<TopicPlan, 'keepMs' | 'largestBatch'>): Readonly<Record<string, string>> {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': String(keepMs ?? -1),
    'retention.bytes': '-1',
    'max.message.bytes': String(largestBatch),
    // As the relay sent it, whatever the broker's own default is: consumers leave compressed batches unopened.
    'compression.type': 'producer',
    // A record's time is that of acceptance, by which a restored journal is compared with the topics.
    'message.timestamp.type': 'CreateTime',
    // A record's time is that of acceptance, by the database's clock: the broker must not refuse it by its own.
    'message.timestamp.after.max.ms': '9223372036854775807',
    ...(keepMs !== null && { 'segment.ms': String(keepMs) }),
  };
}

export async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
