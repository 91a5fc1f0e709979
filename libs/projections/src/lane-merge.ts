import { NO_LEAF, ordinalOf, type Topic, topicAt } from '#libs/contracts';
import type { AlienRecord, LogRecord } from '#libs/event-log';
import { advance, highest, type LaneVector, vectorAt } from '#libs/kernel';
import type { LaneCheckpoint } from './lane-checkpoint.js';
import { RecentLeaves } from './recent-leaves.js';
import { TopicQueue } from './topic-queue.js';

export type StopReason =
  /** Two records claim one position. */
  | 'SAME_POSITION_OTHER_BYTES'
  /** An event does not follow the one before it. */
  | 'PREVIOUS_MISMATCH'
  /** What an event says about earlier positions contradicts what was applied or read. */
  | 'HISTORY_CONTRADICTED';

/** The lane's history was changed: nothing of it is applied any more until a person has looked. */
export interface LaneStop {
  readonly lane: number;
  readonly topic: Topic;
  readonly position: number;
  readonly reason: StopReason;
}

export type Filed = 'waiting' | 'duplicate' | 'dropped' | 'stopped';

/**
 * Puts one lane's records of several topics into their one order (design 3 "Consuming").
 * A pure state machine: no I/O, no clock. What `take` hands out counts as applied; if that fails, make a new one.
 */
export class LaneMerge {
  readonly lane: number;
  readonly #queues: ReadonlyMap<number, TopicQueue>;
  readonly #read: readonly number[];
  readonly #leaves = new RecentLeaves();
  #position: number;
  #vector: LaneVector;
  #offsets: readonly number[];
  #stopped: LaneStop | null = null;

  constructor(topics: readonly Topic[], { lane, position, vector, leaf, offsets }: LaneCheckpoint) {
    this.lane = lane;
    this.#position = position;
    this.#vector = vector;
    this.#offsets = offsets;
    this.#read = topics.map(ordinalOf);
    this.#queues = new Map(this.#read.map((ordinal) => [ordinal, new TopicQueue(offsets[ordinal] ?? 0)]));
    this.#leaves.add(position, position === 0 ? NO_LEAF : leaf);
  }

  get position(): number {
    return this.#position;
  }

  get stopped(): LaneStop | null {
    return this.#stopped;
  }

  checkpoint(): LaneCheckpoint {
    const offsets = [...this.#offsets];
    for (const [ordinal, queue] of this.#queues) {
      while (offsets.length <= ordinal) offsets.push(0);
      offsets[ordinal] = queue.resumeOffset(this.#position);
    }
    const leaf = this.#leaves.at(this.#position) ?? NO_LEAF;
    return { lane: this.lane, position: this.#position, vector: this.#vector, leaf, offsets };
  }

  /** A record that has no place is only read past. */
  pass({ topic, offset }: AlienRecord): void {
    if (!this.#stopped) this.#queue(ordinalOf(topic)).readTo = offset + 1;
  }

  /** Takes in a record, in the order of its topic's offsets. */
  file(record: LogRecord): Filed {
    if (this.#stopped) return 'stopped';
    const own = ordinalOf(record.topic);
    const filed = this.#place(record, own);
    // Once stopped, the offset stays before the record that stopped the lane, so that it is met again.
    if (filed !== 'stopped') this.#queue(own).readTo = record.offset + 1;
    return filed;
  }

  #place(record: LogRecord, own: number): Filed {
    const queue = this.#queue(own);
    const before = vectorAt(record.after, own);
    const tail = queue.tail?.position ?? vectorAt(this.#vector, own);
    if (record.position <= tail || record.position <= this.#position) return this.#again(record, own);
    if (before < tail) return this.#stop(record, 'HISTORY_CONTRADICTED');
    if (before > tail) {
      queue.drop(record);
      return 'dropped';
    }
    queue.push(record);
    return 'waiting';
  }

  /** The same event once more, or another one in its place. */
  #again(record: LogRecord, own: number): Filed {
    if (record.position > vectorAt(this.#vector, own)) {
      const held = this.#queue(own).find(record.position);
      if (!held) return this.#stop(record, 'HISTORY_CONTRADICTED');
      return held.leaf.equals(record.leaf) ? 'duplicate' : this.#stop(record, 'SAME_POSITION_OTHER_BYTES');
    }
    const leaf = this.#leaves.at(record.position);
    return !leaf || leaf.equals(record.leaf) ? 'duplicate' : this.#stop(record, 'SAME_POSITION_OTHER_BYTES');
  }

  /** The next records in lane order, at most `limit`; they count as applied from here on. */
  take(limit: number): LogRecord[] {
    const taken: LogRecord[] = [];
    while (taken.length < limit && !this.#stopped) {
      const record = this.#lowest();
      if (!record || !this.#isNext(record)) break;
      this.#advance(record);
      taken.push(record);
    }
    return taken;
  }

  /** Whether `take` would hand something out. */
  get ready(): boolean {
    if (this.#stopped) return false;
    const record = this.#lowest();
    return record !== undefined && highest(record.after, this.#read) <= this.#position;
  }

  #isNext(record: LogRecord): boolean {
    const follows = highest(record.after, this.#read);
    if (follows > this.#position) return false;
    if (follows < this.#position) return this.#contradicts(record, 'HISTORY_CONTRADICTED');
    const previous = this.#leaves.at(record.position - 1);
    if (previous && !previous.equals(record.previous)) return this.#contradicts(record, 'PREVIOUS_MISMATCH');
    return true;
  }

  #contradicts(record: LogRecord, reason: StopReason): false {
    this.#stop(record, reason);
    return false;
  }

  #advance(record: LogRecord): void {
    const own = ordinalOf(record.topic);
    this.#queue(own).shift();
    this.#position = record.position;
    this.#vector = advance(record.after, own, record.position);
    this.#leaves.add(record.position, record.leaf);
  }

  /** Stops the lane for a contradiction that only the consumer's own store could show. */
  stop(record: LogRecord, reason: StopReason): void {
    this.#stop(record, reason);
  }

  #stop({ lane, topic, position }: LogRecord, reason: StopReason): 'stopped' {
    this.#stopped ??= { lane, topic, position, reason };
    return 'stopped';
  }

  /** The topics whose next event is missing while later ones are here; empty when nothing is amiss or there is work to do. */
  awaited(): Topic[] {
    if (this.#stopped || this.ready) return [];
    const waiting = this.#lowest();
    const ordinals = waiting
      ? this.#read.filter((ordinal) => vectorAt(waiting.after, ordinal) > vectorAt(this.#vector, ordinal))
      : this.#read.filter((ordinal) => this.#queue(ordinal).lacks(this.#position));
    return ordinals.map(topicAt);
  }

  /** Kafka offset after the last record of the topic that was filed. */
  readTo(topic: Topic): number {
    return this.#queue(ordinalOf(topic)).readTo;
  }

  /** What waits in memory of one topic. */
  held(topic: Topic): { readonly records: number; readonly bytes: number } {
    const queue = this.#queue(ordinalOf(topic));
    return { records: queue.length, bytes: queue.bytes };
  }

  /** Records that wait, of all topics. */
  get waiting(): number {
    let records = 0;
    for (const queue of this.#queues.values()) records += queue.length;
    return records;
  }

  /** Bytes of everything that waits. */
  get bytes(): number {
    let bytes = 0;
    for (const queue of this.#queues.values()) bytes += queue.bytes;
    return bytes;
  }

  #lowest(): LogRecord | undefined {
    let lowest: LogRecord | undefined;
    for (const { head } of this.#queues.values()) {
      if (head && (!lowest || head.position < lowest.position)) lowest = head;
    }
    return lowest;
  }

  #queue(ordinal: number): TopicQueue {
    const queue = this.#queues.get(ordinal);
    if (!queue) throw new RangeError(`lane ${this.lane} does not read topic ${ordinal}`);
    return queue;
  }
}
