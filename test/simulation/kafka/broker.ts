import { LANE_COUNT, TOPICS_IN_USE } from '#libs/contracts';
import { REFILL_TOPIC } from '#libs/event-log';
import type { World } from '../world/world.js';
import { Group } from './group.js';
import { outOfRange, protocolError } from './kafka-errors.js';
import { PartitionLog, type PlacedRecord, type StoredRecord } from './log.js';

export interface PartitionBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly StoredRecord[];
}

export interface AppendedBatch {
  readonly topic: string;
  readonly partition: number;
  readonly baseOffset: number;
  readonly logStartOffset: number;
}

export interface FetchedPartition {
  readonly topic: string;
  readonly partition: number;
  readonly high: number;
  readonly records: readonly PlacedRecord[];
}

export interface ReadFrom {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/** What may happen to a producer's next request. */
export type ProduceFault =
  /** It is carried out, and the answer never comes. */
  | 'ANSWER_LOST'
  /** Some partitions are appended, and the answer names one that is not. */
  | 'PARTIAL'
  /** The connection breaks; what was sent is carried out seconds later. */
  | 'LATE'
  /** Nothing is carried out. */
  | 'REFUSED';

interface Watcher {
  readonly partitions: ReadonlySet<string>;
  readonly wake: () => void;
}

/** One fetch brings at the most this many records of a partition, so that batches are cut in many places. */
const FETCHED_RECORDS = 8;

/** The broker: topics as long as there are lanes, groups, and what the plan of a run does to them. */
export class Broker {
  up = true;
  /** Called for what was appended. */
  onAppended: (topic: string, lane: number, records: readonly StoredRecord[]) => void = () => undefined;
  readonly #logs = new Map<string, PartitionLog>();
  readonly #groups = new Map<string, Group>();
  readonly #watchers = new Set<Watcher>();
  readonly #connections = new Set<() => void>();
  readonly #produceFaults = new Map<string, ProduceFault>();
  readonly #hidden = new Map<string, number>();
  /** Partitions that lost their end, until something is written to them in time. */
  readonly #shortened = new Set<string>();
  readonly #buried = new Set<string>();

  constructor(
    readonly world: World,
    readonly lanes: number,
  ) {
    for (const topic of TOPICS_IN_USE)
      for (let lane = 0; lane < lanes; lane++) this.#logs.set(partitionKey(topic, lane), new PartitionLog());
    this.#logs.set(partitionKey(REFILL_TOPIC, 0), new PartitionLog());
  }

  log(topic: string, partition: number): PartitionLog {
    const log = this.#logs.get(partitionKey(topic, partition));
    if (!log) throw protocolError('UNKNOWN_TOPIC_OR_PARTITION');
    return log;
  }

  group(name: string): Group {
    const known = this.#groups.get(name) ?? new Group(this.world, name);
    this.#groups.set(name, known);
    return known;
  }

  get groups(): readonly Group[] {
    return [...this.#groups.values()];
  }

  /** Partitions of the topic that this client is told of. */
  partitionsOf(topic: string, client: string): number[] {
    const count = topic === REFILL_TOPIC ? 1 : Math.min(this.lanes, LANE_COUNT);
    return Array.from({ length: count }, (_, partition) => partition).filter(
      (partition) => (this.#hidden.get(`${client} ${partitionKey(topic, partition)}`) ?? 0) <= this.world.now,
    );
  }

  /** For a while, metadata that this client asks for has nothing of the partition. */
  hide(client: string, topic: string, partition: number, ms: number): void {
    this.#hidden.set(`${client} ${partitionKey(topic, partition)}`, this.world.now + ms);
  }

  armProduce(client: string, fault: ProduceFault): void {
    this.#produceFaults.set(client, fault);
  }

  takeProduceFault(client: string): ProduceFault | undefined {
    const fault = this.#produceFaults.get(client);
    this.#produceFaults.delete(client);
    return fault;
  }

  append(batches: readonly PartitionBatch[]): AppendedBatch[] {
    return batches.map(({ topic, partition, records }) => {
      this.#shortened.delete(partitionKey(topic, partition));
      const log = this.log(topic, partition);
      const baseOffset = log.append(records);
      this.onAppended(topic, partition, records);
      this.world.changed();
      this.#wake(partitionKey(topic, partition));
      return { topic, partition, baseOffset, logStartOffset: log.low };
    });
  }

  /**
   * What comes late. On a topic that has just lost its end it fills the lost offsets, so that whoever writes next cannot see
   * that anything is missing.
   */
  appendLate(batches: readonly PartitionBatch[]): void {
    for (const { topic, partition } of batches) {
      const key = partitionKey(topic, partition);
      if (this.#shortened.has(key)) this.#buried.add(key);
    }
    this.append(batches);
  }

  /** Whether the partition lost something in a way that only those who miss it can see. */
  isBuried(topic: string, partition: number): boolean {
    return this.#buried.has(partitionKey(topic, partition));
  }

  /** What is there; null when there is nothing of any. @throws KafkaJSOffsetOutOfRange */
  read(wanted: readonly ReadFrom[]): FetchedPartition[] | null {
    const fetched = wanted.map(({ topic, partition, offset }) => {
      const log = this.log(topic, partition);
      if (offset < log.low || offset > log.high) throw outOfRange(topic, partition);
      return { topic, partition, high: log.high, records: log.read(offset, FETCHED_RECORDS) };
    });
    return fetched.some(({ records }) => records.length > 0) ? fetched : null;
  }

  /** Calls back once, when something is appended to one of these. @returns how to stop waiting */
  watch(partitions: readonly ReadFrom[], wake: () => void): () => void {
    const watcher = {
      partitions: new Set(partitions.map(({ topic, partition }) => partitionKey(topic, partition))),
      wake,
    };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #wake(partition: string): void {
    for (const watcher of this.#watchers) {
      if (!watcher.partitions.has(partition)) continue;
      this.#watchers.delete(watcher);
      watcher.wake();
    }
  }

  /** @param onClosed called when the broker stops */
  connected(onClosed: () => void): () => void {
    this.#connections.add(onClosed);
    return () => this.#connections.delete(onClosed);
  }

  stop(): void {
    this.up = false;
    this.world.say('kafka', () => 'is stopped');
    for (const closed of this.#connections) closed();
  }

  start(): void {
    this.up = true;
    this.world.say('kafka', () => 'is started');
  }

  /** Takes records away from a partition. */
  lose(topic: string, lane: number, how: (log: PartitionLog) => readonly StoredRecord[]): void {
    const log = this.log(topic, lane);
    const { high } = log;
    const lost = how(log);
    if (log.high < high) this.#shortened.add(partitionKey(topic, lane));
    this.world.say('kafka', () => `${topic}/${lane} loses ${lost.length} records`);
    this.world.changed();
  }

  /** Appends the topic's last records once more, as a second relay would. */
  repeat(topic: string, lane: number, count: number): void {
    const records = this.log(topic, lane).records.slice(-count);
    if (records.length > 0) this.appendLate([{ topic, partition: lane, records }]);
  }

  /** Puts older records in the place of the last ones. */
  bury(topic: string, lane: number, count: number): void {
    this.lose(topic, lane, (log) => log.cutTail(count));
    this.repeat(topic, lane, count);
  }

  /** Every event is gone, and the topics are made anew. */
  loseEverything(): void {
    for (const topic of TOPICS_IN_USE)
      for (let lane = 0; lane < this.lanes; lane++) this.lose(topic, lane, (log) => log.empty());
  }

  /** No more of what was planned. */
  disarm(): void {
    this.#produceFaults.clear();
    this.#hidden.clear();
  }
}

export const partitionKey = (topic: string, partition: number): string => `${topic}/${partition}`;
