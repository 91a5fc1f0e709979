import type { Broker, FetchedPartition, PartitionBatch } from './broker.js';
import type { PlacedRecord, StoredRecord } from './log.js';

/** A record as kafkajs hands it over. */
export interface Message {
  readonly key?: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer>>;
  readonly timestamp?: string;
}

export function stored({ key = null, value, headers = {}, timestamp }: Message, now: number): StoredRecord {
  const bytes = (text: string | Buffer): Buffer => (typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
  return {
    key: key === null ? null : bytes(key),
    value: value === null ? null : bytes(value),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, bytes(text)])),
    timestamp: timestamp ?? String(now),
  };
}

export function produceAnswer(appended: ReturnType<Broker['append']>): unknown[] {
  return appended.map(({ topic, partition, baseOffset, logStartOffset }) => ({
    topicName: topic,
    partitions: [{ partition, errorCode: 0, baseOffset: String(baseOffset), logStartOffset: String(logStartOffset) }],
  }));
}

export function fetchAnswer(fetched: readonly FetchedPartition[]): unknown[] {
  return fetched.map(({ topic, partition, high, records }) => ({
    topicName: topic,
    partitions: [{ partition, errorCode: 0, highWatermark: String(high), messages: records.map(messageOf) }],
  }));
}

const messageOf = ({ offset, ...record }: PlacedRecord): unknown => ({
  ...record,
  offset: String(offset),
  isControlRecord: false,
});

export const batchText = ({ topic, partition, records }: PartitionBatch): string =>
  `${topic.split('.')[1] ?? topic}/${partition}×${records.length}`;
