import { setTimeout as delay } from 'node:timers/promises';
import { BaseRpcContext, type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { LANE_COUNT, ordinalOf, type Topic } from '#libs/contracts';
import { TransientError } from '#libs/kernel';
import type { ConsumerSignals } from './consumer-signals.js';
import { isAlien, readRecord } from './framing.js';
import { physicalTopic } from './kafka-config.js';
import { laneAssigner } from './lane-assigner.js';
import type { LaneSource, TopicOffsets } from './lane-source.js';
import type { MacKeys } from './mac.js';
import type { RecordBatch } from './record-batch.js';

export interface LaneTransportOptions {
  readonly client: Kafka;
  readonly topicPrefix: string;
  readonly macKeys: MacKeys;
  /** Consumer group, before the prefix. */
  readonly group: string;
  readonly signals: ConsumerSignals;
  /** By default at once. */
  readonly gather?: Gather;
}

/**
 * How small work gathers. A batch costs its reader, its database and the broker about the same whether it has one event or a
 * hundred: who is not waited for lets some come together. There is no pause where all lanes of a fetch
 * have a backlog; where one has, its megabytes take longer than the pause.
 */
export interface Gather {
  /** The broker answers once it has so many bytes, or after so long, in milliseconds. */
  readonly broker?: { readonly bytes: number; readonly ms: number };
  /** Between what came and asking for more, in milliseconds: the first event after a silence is not held up. */
  readonly pauseMs?: number;
}

const AT_ONCE = { bytes: 1, ms: 250 };
/** Records of a lane that are a backlog: the next ones are asked for without a pause. */
const BACKLOG = 100;
const FETCH_BYTES = 16 * 1024 * 1024;
/**
 * As large as a record batch may be (`max.message.bytes` of the topics): a broker cuts a larger one off unless it comes first
 * in an answer. Lanes whose backlog fills an answer are soon paused by their full mailboxes, so the others get their turn.
 */
const LANE_FETCH_BYTES = 1024 * 1024;
const RETRY_MS = 1_000;
/** How long a join may hold up a stop. */
const JOIN_MS = 5_000;
/** A rebalance may take its 15 s, and a dead coordinator some more. */
const SILENCE_MS = 30_000;

/** For how long lanes wait for where their topics begin. */
const LOCATE_MS = 3_000;

/** Offsets of the first record of a partition and after its last one. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The offset itself where the partition has it, or will have it next; else where it begins. */
const within = (bounds: Bounds | undefined, offset: number): number =>
  !bounds || (bounds.low <= offset && offset <= bounds.high) ? offset : bounds.low;

/** What `@EventPattern<string>(topic, laneTransport(group))` names, so that consumers in one process keep their own handlers. */
export function laneTransport(group: string): symbol {
  return Symbol.for(`bus/${group}`);
}

/**
 * Kafka as a Nest transport: a handler gets all that one fetch brought of a topic in a lane, as a `RecordBatch`, and only files it.
 * Offsets are never committed as truth, a bad record never stops the others, and nothing is read of a lane until its
 * consumer has said from where (stack.md 6b).
 */
export class LaneTransport extends Server implements CustomTransportStrategy, LaneSource {
  override readonly propagatesEventHandlerErrors = true;
  readonly #options: LaneTransportOptions;
  readonly #consumer: Consumer;
  readonly #admin: Admin;
  readonly #closing = new AbortController();
  readonly #reading = new Set<number>();
  readonly #listeners: ((lanes: readonly number[]) => void)[] = [];
  #adminConnected: Promise<void> | null = null;
  /** Where each topic begins and ends in each lane; empty while that is not known. */
  #bounds: ReadonlyMap<Topic, ReadonlyMap<number, Bounds>> = new Map();
  #started: Promise<void> = Promise.resolve();
  #joined = false;
  #fetchedAt = performance.now();

  constructor(options: LaneTransportOptions) {
    super();
    this.#options = options;
    this.transportId = laneTransport(options.group);
    const gather = options.gather?.broker ?? AT_ONCE;
    this.#consumer = options.client.consumer({
      groupId: options.topicPrefix + options.group,
      partitionAssigners: [laneAssigner],
      sessionTimeout: 6_000,
      heartbeatInterval: 1_000,
      rebalanceTimeout: 15_000,
      minBytes: gather.bytes,
      maxWaitTimeInMs: gather.ms,
      maxBytes: FETCH_BYTES,
      maxBytesPerPartition: LANE_FETCH_BYTES,
      // kafkajs leaves out partitions whose leader it does not know, and asks again only when its metadata is this old.
      metadataMaxAge: 5_000,
      allowAutoTopicCreation: false,
      // Whoever opens a transaction and never ends it would hold up everything that comes after it in the lane.
      readUncommitted: true,
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 500,
        retries: 5,
        restartOnFailure: () => Promise.resolve(!this.#closing.signal.aborted),
      },
    });
    this.#admin = options.client.admin();
    this.#watch();
  }

  /** Starts reading in the background: a broker that is away delays nobody's start. */
  listen(callback: (...parameters: unknown[]) => unknown): void {
    this.#fetchedAt = performance.now();
    this.#started = this.#start();
    callback();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    // A member that is just joining cannot leave yet, and gone without leaving it would hold its group up.
    await Promise.race([this.#started, delay(JOIN_MS, undefined, { ref: false })]);
    await this.#consumer.disconnect();
    await this.#admin.disconnect();
  }

  on(event: string): never {
    throw new Error(`no listeners for ${event}: see onAssigned`);
  }

  unwrap<T>(): T {
    return this.#consumer as T;
  }

  onAssigned(listener: (lanes: readonly number[]) => void): void {
    this.#listeners.push(listener);
  }

  async locate(): Promise<void> {
    const bounds = Promise.all(this.#topics().map(async (topic) => [topic, await this.#boundsOf(topic)] as const));
    const located = bounds.then((all) => new Map(all)).catch(() => new Map<Topic, ReadonlyMap<number, Bounds>>());
    this.#bounds = await Promise.race([located, delay(LOCATE_MS, new Map(), { ref: false })]);
  }

  /**
   * kafkajs resets one partition a fetch when offsets are out of range, and throws away what the others brought: with topics that
   * lost their records in every lane it went round for longer than it took until all were looked back to again.
   */
  readFrom(lane: number, offsets: TopicOffsets): void {
    if (!this.#joined) return; // the next join deals every lane out anew
    for (const [topic, offset] of offsets) {
      const from = within(this.#bounds.get(topic)?.get(lane), offset);
      this.#consumer.seek({ topic: this.#physical(topic), partition: lane, offset: String(from) });
      this.resume(lane, topic);
    }
    this.#reading.add(lane);
  }

  hold(lane: number): void {
    this.#reading.delete(lane);
    for (const topic of this.#topics()) this.pause(lane, topic);
  }

  pause(lane: number, topic: Topic): void {
    if (this.#joined) this.#consumer.pause([{ topic: this.#physical(topic), partitions: [lane] }]);
  }

  resume(lane: number, topic: Topic): void {
    if (this.#joined) this.#consumer.resume([{ topic: this.#physical(topic), partitions: [lane] }]);
  }

  async ends(topic: Topic): Promise<ReadonlyMap<number, number>> {
    return new Map([...(await this.#boundsOf(topic))].map(([lane, { high }]) => [lane, high]));
  }

  async #boundsOf(topic: Topic): Promise<ReadonlyMap<number, Bounds>> {
    this.#adminConnected ??= this.#admin.connect();
    try {
      await this.#adminConnected;
      const partitions = await this.#admin.fetchTopicOffsets(this.#physical(topic));
      return new Map(
        partitions.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]),
      );
    } catch (error) {
      this.#adminConnected = null;
      throw error;
    }
  }

  async hint(offsets: ReadonlyMap<number, TopicOffsets>): Promise<void> {
    const commits = [...offsets].flatMap(([partition, topics]) =>
      [...topics].map(([topic, offset]) => ({ topic: this.#physical(topic), partition, offset: String(offset) })),
    );
    if (!this.#joined || commits.length === 0) return;
    try {
      await this.#consumer.commitOffsets(commits);
    } catch {
      this.#options.signals.hintFailed(); // only lag tools miss it
    }
  }

  /** Health from progress: a member that is connected and fetches nothing is not well. @throws TransientError */
  assertReading(now = performance.now()): void {
    if (now - this.#fetchedAt > SILENCE_MS) throw new TransientError('CONSUMER_NOT_READING', 503, 1);
  }

  #watch(): void {
    const { GROUP_JOIN, FETCH, STOP, CRASH } = this.#consumer.events;
    // The part of this listener that runs at once precedes the next fetch; only so can no old position be read from.
    this.#consumer.on(GROUP_JOIN, ({ payload }) => this.#assigned(payload.memberAssignment));
    this.#consumer.on(FETCH, () => {
      this.#fetchedAt = performance.now();
    });
    this.#consumer.on(STOP, () => this.#left());
    this.#consumer.on(CRASH, ({ payload }) => {
      this.#left();
      this.#options.signals.raise('CONSUMER_OUTAGE', 'kafka', {}, payload.error);
      if (!payload.restart && !this.#closing.signal.aborted) this.#started = this.#start();
    });
  }

  #assigned(partitions: Readonly<Record<string, number[]>>): void {
    this.#joined = true;
    this.#reading.clear();
    this.#consumer.pause(Object.entries(partitions).map(([topic, lanes]) => ({ topic, partitions: [...lanes] })));
    const lanes = [...new Set(Object.values(partitions).flat())].sort((a, b) => a - b);
    this.#options.signals.clear('CONSUMER_OUTAGE', 'kafka');
    this.#options.signals.joined(lanes.length);
    for (const listener of this.#listeners) listener(lanes);
  }

  #left(): void {
    this.#joined = false;
    this.#reading.clear();
  }

  async #start(): Promise<void> {
    const topics = this.#topics().map((topic) => this.#physical(topic));
    while (!this.#closing.signal.aborted) {
      try {
        await this.#consumer.connect();
        await this.#consumer.subscribe({ topics, fromBeginning: true });
        await this.#consumer.run({
          autoCommit: false, // else every seek would commit
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: LANE_COUNT,
          eachBatch: (payload) => this.#eachBatch(payload),
        });
        return;
      } catch (error) {
        this.#options.signals.raise('CONSUMER_OUTAGE', 'kafka', {}, error);
        await delay(RETRY_MS, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const lane = batch.partition;
    // Not resolved, so it is fetched again once the lane's position is known.
    if (!payload.isRunning() || payload.isStale() || !this.#reading.has(lane)) return;
    const topic = this.#released(batch.topic);
    const records = batch.messages.map((message) => readRecord(topic, lane, message, this.#options.macKeys));
    for (const record of records) if (isAlien(record)) this.#options.signals.alien(record);
    await this.#file({ topic, lane, records, highWatermark: Number(batch.highWatermark) });
    payload.resolveOffset(batch.lastOffset());
    const { pauseMs = 0 } = this.#options.gather ?? {};
    // The next fetch waits for every batch of this one.
    if (pauseMs > 0 && records.length < BACKLOG)
      await delay(pauseMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }

  async #file(batch: RecordBatch): Promise<void> {
    const handler = this.messageHandlers.get(batch.topic); // by its topic: Nest would try to read the name as JSON each time
    const result: unknown = await handler?.(batch, new BaseRpcContext([batch]));
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }

  /** The topics that handlers were declared for. */
  #topics(): Topic[] {
    const topics = [...this.messageHandlers.keys()] as Topic[];
    const unknown = topics.filter((topic) => ordinalOf(topic) < 0);
    if (unknown.length > 0) throw new Error(`handlers for topics that do not exist: ${unknown.join(', ')}`);
    return topics;
  }

  #physical(topic: Topic): string {
    return physicalTopic(this.#options, topic);
  }

  #released(physical: string): Topic {
    return physical.slice(this.#options.topicPrefix.length) as Topic;
  }
}
