import type { Topic } from '#libs/contracts';
import { type Ends, type LaneRange, type LogReader } from '#libs/event-log';
import { LaneOffsets } from '../checks/read-offsets.js';
import { TopicRecords } from '../checks/topic-records.js';
import type { ConsumerReader } from '../readers/consumer-reader.js';
import type { Report } from '../report.js';
import type { Chronicle } from './chronicle.js';

export type LaneEnds = ReadonlyMap<Topic, ReadonlyMap<number, Ends>>;

/** A consumer with what its group had committed before its database was looked at. */
export interface Following {
  readonly reader: ConsumerReader;
  readonly committed: ReadonlyMap<Topic, ReadonlyMap<number, number>>;
}

export interface TopicPass {
  readonly log: LogReader;
  readonly ends: LaneEnds;
  /** The relay's cursors, taken before the ends were. */
  readonly relayed: ReadonlyMap<number, number>;
  readonly following: readonly Following[];
  readonly report: Report;
}

/** Some lanes of the topics, up to the ends that were taken: against the journal, and against who says to have read them. */
export async function compareTopics(pass: TopicPass, chronicles: ReadonlyMap<number, Chronicle>): Promise<number> {
  const { log, ends, relayed, following, report } = pass;
  const records = new Map([...chronicles].map(([lane, chronicle]) => [lane, new TopicRecords(chronicle, report)]));
  const offsets = new Map(
    [...chronicles.keys()].map((lane) => [lane, following.map((each) => offsetsOf(each, lane, report))]),
  );
  for await (const batch of log.readRanges(rangesOf(ends, records))) {
    for (const record of batch) {
      records.get(record.lane)?.add(record);
      for (const each of offsets.get(record.lane) ?? []) each.add(record);
    }
  }
  for (const [lane, check] of records) check.end(relayed.get(lane) ?? 0);
  return [...records.values()].reduce((sum, { repeated }) => sum + repeated, 0);
}

function rangesOf(ends: LaneEnds, lanes: ReadonlyMap<number, unknown>): LaneRange[] {
  return [...ends].flatMap(([topic, ofTopic]) =>
    [...ofTopic]
      .filter(([lane]) => lanes.has(lane))
      .map(([lane, { low, high }]) => ({ topic, lane, from: low, to: high })),
  );
}

function offsetsOf({ reader, committed }: Following, lane: number, report: Report): LaneOffsets {
  const { name, topics } = reader.consumer;
  return new LaneOffsets(name, topics, reader.standing(lane), ofLane(committed, lane), report);
}

function ofLane(byTopic: Following['committed'], lane: number): Map<Topic, number> {
  const found = new Map<Topic, number>();
  for (const [topic, lanes] of byTopic) {
    const offset = lanes.get(lane);
    if (offset !== undefined) found.set(topic, offset);
  }
  return found;
}
