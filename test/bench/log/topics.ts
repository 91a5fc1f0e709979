import { randomBytes } from 'node:crypto';
import { topics } from '#libs/contracts';
import { busTopics, createKafka, ensureTopics, type KafkaConfig, SchemaCatalogue } from '#libs/event-log';
import type { Bench } from '../harness/bench.js';

/** The topics that a history writes. */
export const HISTORY_TOPICS = [topics.referral, topics.escalation];

/** Topics of their own under a prefix, with their schemas published. */
export async function freshTopics({ stack }: Bench): Promise<KafkaConfig> {
  const kafka = { brokers: stack.kafka, clientId: 'bench', topicPrefix: `bench-${randomBytes(4).toString('hex')}.` };
  await ensureTopics(createKafka(kafka), busTopics(kafka.topicPrefix));
  await new SchemaCatalogue({ url: stack.registry, topicPrefix: kafka.topicPrefix }).publish();
  return kafka;
}

export async function dropTopics(kafka: KafkaConfig): Promise<void> {
  const admin = createKafka(kafka).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: busTopics(kafka.topicPrefix).map(({ topic }) => topic) });
  await admin.disconnect();
}
