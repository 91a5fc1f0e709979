import type { Topic } from '#libs/contracts';
import {
  type ConsumerSignals,
  isAlien,
  type LaneSource,
  type LogRecord,
  type RecordBatch,
  type TopicOffsets,
} from '#libs/event-log';
import type { LaneRun } from './lane-run.js';
import type { StoredCheckpoint } from './checkpoints.js';
import { LaneMerge, type LaneStop, type StopReason } from './lane-merge.js';

export interface BoardParts {
  readonly topics: readonly Topic[];
  readonly source: LaneSource;
  readonly signals: ConsumerSignals;
  /** Keep records that come again, for an applier that compares every one. */
  readonly compareAgain: boolean;
  /** Called when there is work in a lane. */
  readonly onWork: (lane: number) => void;
  readonly onStopped: (stop: LaneStop) => void;
}

/** Bounds of what waits in memory of one topic in one lane; one fetch may exceed them. */
const MAILBOX = { records: 500, bytes: 128 * 1024 };
/** Beyond this, over all lanes, only what nothing waits of is read: that is what a waiting lane may be waiting for. */
const BUDGET_BYTES = 32 * 1024 * 1024;

/**
 * So many records before its offset a topic is read again, at first and whenever nothing came for a while. An offset proves
 * nothing: a topic that was made anew and filled again may end exactly where this lane stands, and hold what it never saw.
 * A lane is always filled up to its head, so its last records show that.
 */
const LOOK_BACK = 4;

interface Entry {
  readonly merge: LaneMerge;
  readonly paused: Set<Topic>;
  again: LogRecord[];
  /** Nothing came since `lookBack` looked last. */
  quiet: boolean;
  /** Offsets below these were read before: what comes from there again is nobody's repetition. */
  readBefore: TopicOffsets;
}

/** The lanes of this process: what waits in each, and which partitions are read. Nothing here waits for anything. */
export class LaneBoard {
  readonly #parts: BoardParts;
  readonly #lanes = new Map<number, Entry>();
  #bytes = 0;

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  get merges(): LaneMerge[] {
    return [...this.#lanes.values()].map(({ merge }) => merge);
  }

  /** Why nothing more of the lane is applied; null while it goes on. */
  stopOf(lane: number): StopReason | null {
    return this.#lanes.get(lane)?.merge.stopped?.reason ?? null;
  }

  forgetAll(): void {
    this.#lanes.clear();
    this.#bytes = 0;
  }

  /** Nothing more of the lane is read or applied until it is opened again. */
  forget(lane: number): void {
    this.#bytes -= this.#lanes.get(lane)?.merge.bytes ?? 0;
    this.#lanes.delete(lane);
    this.#parts.source.hold(lane);
  }

  /** Reads and applies the lane from its checkpoint on. */
  open(checkpoint: StoredCheckpoint): void {
    this.#bytes -= this.#lanes.get(checkpoint.lane)?.merge.bytes ?? 0;
    const merge = new LaneMerge(this.#parts.topics, checkpoint);
    const entry: Entry = { merge, paused: new Set(), again: [], quiet: false, readBefore: new Map() };
    this.#lanes.set(checkpoint.lane, entry);
    this.#readBack(entry);
  }

  /** Reads the last records again of lanes in which nothing came since the last look. */
  lookBack(): void {
    for (const entry of this.#lanes.values()) {
      const { merge, quiet, paused } = entry;
      entry.quiet = true;
      if (quiet && paused.size === 0 && merge.bytes === 0 && !merge.stopped) this.#readBack(entry);
    }
  }

  #readBack(entry: Entry): void {
    entry.readBefore = new Map(this.#parts.topics.map((topic) => [topic, entry.merge.readTo(topic)]));
    const from = [...entry.readBefore].map(([topic, to]) => [topic, Math.max(0, to - LOOK_BACK)] as const);
    this.#parts.source.readFrom(entry.merge.lane, new Map(from));
  }

  /** Takes in what a fetch brought. A batch of a lane that was taken away meanwhile is of no use to anybody here. */
  file({ topic, lane, records }: RecordBatch): void {
    const entry = this.#lanes.get(lane);
    if (!entry) return;
    entry.quiet = false;
    const before = entry.merge.bytes;
    for (const record of records) {
      if (isAlien(record)) entry.merge.pass(record);
      else this.#fileOne(entry, record);
    }
    this.#bytes += entry.merge.bytes - before;
    this.#stopIfContradicted(lane, entry);
    if (this.#isFull(entry, topic)) this.#pause(lane, topic, entry);
    if (hasWork(entry)) this.#parts.onWork(lane);
  }

  #fileOne(entry: Entry, record: LogRecord): void {
    const filed = entry.merge.file(record);
    const readBefore = record.offset < (entry.readBefore.get(record.topic) ?? 0);
    if (filed === 'dropped' || (filed === 'duplicate' && !readBefore)) this.#parts.signals.readPast(filed);
    if (filed === 'duplicate' && this.#parts.compareAgain && record.position <= entry.merge.position)
      entry.again.push(record);
  }

  /**
   * Takes the work of some lanes, at most `limit` records, or one of each where there are more lanes than that. Each lane gets
   * an equal share, and what lanes with less leave of theirs goes to those with more: a lane with little to do (an urgent one,
   * one of a quiet jurisdiction) is in every transaction, however much waits in the others.
   * It counts as applied: if that fails, forget the lane.
   */
  take(lanes: readonly number[], limit: number): LaneRun[] {
    const entries = lanes.flatMap((lane) => this.#lanes.get(lane) ?? []).filter(hasWork);
    const waiting = new Map(entries.map((entry) => [entry, entry.merge.waiting]));
    entries.sort((a, b) => (waiting.get(a) ?? 0) - (waiting.get(b) ?? 0));
    const runs: LaneRun[] = [];
    let left = limit;
    for (const [index, entry] of entries.entries()) {
      const share = Math.max(1, Math.floor(left / (entries.length - index)));
      const run = this.#takeLane(entry.merge.lane, entry, share);
      if (!run) continue;
      left -= run.records.length;
      runs.push(run);
    }
    return runs;
  }

  #takeLane(lane: number, entry: Entry, limit: number): LaneRun | null {
    const { merge, again } = entry;
    const from = merge.position;
    const before = merge.bytes;
    const records = merge.take(limit);
    this.#bytes += merge.bytes - before;
    this.#stopIfContradicted(lane, entry);
    if (records.length === 0 && again.length === 0) return null;
    entry.again = [];
    for (const topic of entry.paused) if (!this.#isFull(entry, topic)) this.#resume(lane, topic, entry);
    return { lane, from, records, offsets: merge.checkpoint().offsets, again };
  }

  /** The consumer's own store showed that a record is not the event that was applied. */
  contradicted(record: LogRecord): void {
    const entry = this.#lanes.get(record.lane);
    if (!entry) return;
    entry.merge.stop(record, 'SAME_POSITION_OTHER_BYTES');
    this.#stopIfContradicted(record.lane, entry);
  }

  #stopIfContradicted(lane: number, { merge: { stopped } }: Entry): void {
    if (!stopped) return;
    this.#parts.source.hold(lane);
    this.#parts.onStopped(stopped);
  }

  #isFull({ merge, again }: Entry, topic: Topic): boolean {
    const held = merge.held(topic);
    if (held.records > 0 && this.#bytes >= BUDGET_BYTES) return true;
    return held.records >= MAILBOX.records || held.bytes >= MAILBOX.bytes || again.length >= MAILBOX.records;
  }

  #pause(lane: number, topic: Topic, { paused }: Entry): void {
    paused.add(topic);
    this.#parts.source.pause(lane, topic);
  }

  #resume(lane: number, topic: Topic, { paused }: Entry): void {
    paused.delete(topic);
    this.#parts.source.resume(lane, topic);
  }
}

const hasWork = ({ merge, again }: Entry): boolean => merge.ready || again.length > 0;
