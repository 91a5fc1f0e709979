import { NO_LEAF } from '#libs/contracts';
import { type AlienRecord, isAlien, type LogRecord } from '#libs/event-log';
import type { Consumer } from './consumer.js';
import type { LaneCheckpoint } from './lane-checkpoint.js';
import { LaneMerge } from './lane-merge.js';

/** Records of the projection's topics, each topic of a lane in the order of its offsets: `LogReader.readTopics`. */
export type LogRecords = AsyncIterable<readonly (LogRecord | AlienRecord)[]>;

/** Consecutive records of one lane, in its one order. */
export interface LaneRecords {
  readonly lane: number;
  readonly records: readonly LogRecord[];
}

interface OpenLane {
  readonly lane: number;
  readonly merge: LaneMerge;
  /** Where the lane is to end. */
  readonly end: number;
  ordered: LogRecord[];
}

export interface LaneBounds {
  /** Last position of each lane that is wanted; lanes that are not named are read to their end. */
  readonly upTo: ReadonlyMap<number, number>;
  /** Records that are held of all lanes together. */
  readonly held: number;
}

/** Each lane's records as a whole as soon as they are there; where too many are held, in parts, the fullest lane first. */
export async function* laneRuns(
  { topics }: Pick<Consumer, 'topics'>,
  records: LogRecords,
  bounds: LaneBounds,
): AsyncGenerator<LaneRecords> {
  const lanes = new Map<number, OpenLane>();
  let held = 0;
  const handOut = (open: OpenLane): LaneRecords => {
    const { lane, ordered } = open;
    open.ordered = [];
    held -= ordered.length;
    return { lane, records: ordered };
  };
  for await (const batch of records) {
    const [first] = batch;
    if (!first) continue;
    const open = lanes.get(first.lane) ?? opened(topics, first.lane, bounds);
    lanes.set(first.lane, open);
    held += file(open, batch, topics);
    const complete = open.merge.position === open.end && open.ordered.length > 0;
    if (complete) yield handOut(open);
    else if (held > bounds.held) yield handOut(fullest(lanes.values()));
  }
  for (const open of lanes.values()) if (open.ordered.length > 0) yield handOut(open);
}

function opened(topics: Consumer['topics'], lane: number, { upTo }: LaneBounds): OpenLane {
  return { lane, merge: new LaneMerge(topics, startOf(lane)), end: upTo.get(lane) ?? Infinity, ordered: [] };
}

/** How many records could be put in order by these. */
function file(
  { merge, end, ordered }: OpenLane,
  batch: readonly (LogRecord | AlienRecord)[],
  topics: Consumer['topics'],
): number {
  for (const record of batch)
    if (!isAlien(record) && topics.includes(record.topic) && record.position <= end) merge.file(record);
  const next = merge.take(Infinity);
  for (const record of next) ordered.push(record);
  return next.length;
}

function fullest(lanes: Iterable<OpenLane>): OpenLane {
  return [...lanes].reduce((most, each) => (each.ordered.length > most.ordered.length ? each : most));
}

const startOf = (lane: number): LaneCheckpoint => ({ lane, position: 0, vector: [], leaf: NO_LEAF, offsets: [] });
