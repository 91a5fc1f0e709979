import { randomBytes } from 'node:crypto';
import { topics } from '#libs/contracts';
import {
  busTopics,
  createKafka,
  ensureTopics,
  isAlien,
  type KafkaConfig,
  LogReader,
  SchemaCatalogue,
} from '#libs/event-log';
import { leafOfEvent } from '#libs/contracts';
import type { Bench } from '../harness/bench.js';
import { CheckFailed } from '../harness/row.js';
import type { History } from './history.js';
import { macKeys } from './records.js';

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

/** Every event of the history stands on its topic, byte for byte and in order. @throws CheckFailed */
export async function checkTopics(kafka: KafkaConfig, history: History): Promise<void> {
  const findings: string[] = [];
  const next = new Map(history.lanes.map(({ lane, rows }) => [lane, new Map(rows.map((row) => [row.position, row]))]));
  const last = new Map<string, number>();
  const reader = new LogReader(kafka, macKeys);
  for await (const batch of reader.readTopics(HISTORY_TOPICS)) {
    for (const record of batch) {
      if (isAlien(record)) findings.push(`${record.topic} lane ${record.lane}: ${record.reason}`);
      else {
        const row = next.get(record.lane)?.get(record.position);
        const place = `${record.topic}/${record.lane}`;
        if (row && !leafOfEvent(row).equals(record.leaf))
          findings.push(`${place} position ${record.position}: other bytes`);
        if (row && record.position < (last.get(place) ?? 0))
          findings.push(`${place} position ${record.position}: late`);
        last.set(place, record.position);
        next.get(record.lane)?.delete(record.position);
      }
    }
  }
  await reader.close();
  for (const [lane, rest] of next)
    if (rest.size > 0) findings.push(`lane ${lane}: ${rest.size} events are on no topic`);
  if (findings.length > 0) throw new CheckFailed(findings);
}
