import type { Topic } from '#libs/contracts';
import type { AlienRecord, LogRecord } from './log-record.js';

/** What one fetch brought of one topic in one lane, in the order of offsets. Handlers only file it: they never wait. */
export interface RecordBatch {
  readonly topic: Topic;
  readonly lane: number;
  readonly records: readonly (LogRecord | AlienRecord)[];
  /** Offset after the topic's last record in this lane, when it was fetched. */
  readonly highWatermark: number;
}
