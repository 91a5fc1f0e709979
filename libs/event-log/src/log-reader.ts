import type { Topic } from '#libs/contracts';
import { readRecord } from './framing.js';
import { type KafkaConfig, physicalTopic } from './kafka-config.js';
import { createKafka } from './kafka-client.js';
import type { AlienRecord, LogRecord } from './log-record.js';
import type { MacKeys } from './mac.js';
import { type Ends, type Fetched, type FetchFrom, PartitionReader } from './partition-reader.js';

/** Offsets `from` up to, not including, `to`. */
export interface LaneRange {
  readonly topic: Topic;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

/** Records of one topic in one lane, in the order of offsets. */
export type LogBatch = readonly (LogRecord | AlienRecord)[];

const WAIT_MS = 500;
const EMPTY_ROUNDS = 20;

/**
 * Reads the log up to where it ends when the reading starts, without a consumer group. Aliens come as such.
 * Nothing is awaited beyond that end, so what is appended meanwhile is left for the next reading.
 */
export class LogReader {
  readonly #partitions: PartitionReader;
  readonly #prefix: { readonly topicPrefix: string };
  readonly #macKeys: MacKeys;

  constructor(config: KafkaConfig, macKeys: MacKeys, kafka = createKafka(config)) {
    this.#partitions = new PartitionReader(kafka);
    this.#prefix = config;
    this.#macKeys = macKeys;
  }

  async close(): Promise<void> {
    await this.#partitions.close();
  }

  /** Where each lane of the topics begins and ends. */
  async ends(topics: readonly Topic[]): Promise<Map<Topic, ReadonlyMap<number, Ends>>> {
    const found = await this.#partitions.ends(topics.map((topic) => physicalTopic(this.#prefix, topic)));
    return new Map(
      topics.map((topic) => [topic, found.get(physicalTopic(this.#prefix, topic)) ?? new Map<number, Ends>()]),
    );
  }

  /**
   * Of each lane what was accepted at its time (milliseconds) or later, on each topic up to its end: a record's time is
   * that of acceptance, which never goes back within a lane. Repeats of older records come too. Empty ranges are left out.
   */
  async since(
    ends: ReadonlyMap<Topic, ReadonlyMap<number, Ends>>,
    times: ReadonlyMap<number, number>,
  ): Promise<LaneRange[]> {
    const whole = rangesOf(ends, (lane) => times.has(lane)).filter(({ from, to }) => from < to);
    const begins = await this.#partitions.offsetsAt(
      whole.map(({ topic, lane }) => ({
        topic: physicalTopic(this.#prefix, topic),
        partition: lane,
        timestamp: times.get(lane) ?? 0,
      })),
    );
    const beginOf = new Map(begins.map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]));
    return whole
      .map((range) => ({ ...range, begin: beginOf.get(this.#keyOf(range)) ?? -1 }))
      .filter(({ begin }) => begin >= 0)
      .map(({ begin, ...range }) => ({ ...range, from: Math.max(range.from, begin) }));
  }

  /** Every record of the topics, lane by lane in the order of offsets; lanes and topics come interleaved. */
  async *readTopics(topics: readonly Topic[]): AsyncGenerator<LogBatch> {
    yield* this.readRanges(await this.#wholeRanges(topics, () => true));
  }

  /** One lane of the topics. */
  async *readLane(lane: number, topics: readonly Topic[]): AsyncGenerator<LogBatch> {
    yield* this.readRanges(await this.#wholeRanges(topics, (each) => each === lane));
  }

  /** Every record of the ranges. The next answer is already on its way while the caller works on one. */
  async *readRanges(ranges: readonly LaneRange[]): AsyncGenerator<LogBatch> {
    const open = new Map(ranges.filter(({ from, to }) => from < to).map((range) => [this.#keyOf(range), { ...range }]));
    let coming = this.#fetch([...open.values()]);
    for (let empty = 0; open.size > 0;) {
      const batches = this.#take(await coming, open);
      empty = batches.length > 0 ? 0 : empty + 1;
      if (empty > EMPTY_ROUNDS) throw new Error(`the log cannot be read to its end in ${open.size} lanes`);
      coming = this.#fetch([...open.values()]);
      coming.catch(() => undefined); // reported by the await above, unless the caller has stopped reading
      yield* batches;
    }
  }

  async #wholeRanges(topics: readonly Topic[], wanted: (lane: number) => boolean): Promise<LaneRange[]> {
    return rangesOf(await this.ends(topics), wanted);
  }

  async #fetch(ranges: readonly LaneRange[]): Promise<Fetched[]> {
    if (ranges.length === 0) return [];
    const wanted = ranges.map(({ topic, lane, from }): FetchFrom => ({
      topic: physicalTopic(this.#prefix, topic),
      partition: lane,
      offset: from,
    }));
    return this.#partitions.fetch(wanted, WAIT_MS);
  }

  /** Takes what belongs to the open ranges, and moves them on. */
  #take(
    fetched: readonly Fetched[],
    open: Map<string, { topic: Topic; lane: number; from: number; to: number }>,
  ): LogBatch[] {
    const batches: LogBatch[] = [];
    for (const { topic, partition, messages } of fetched) {
      const key = `${topic}/${partition}`;
      const range = open.get(key);
      const last = messages.at(-1);
      if (!range || !last || Number(last.offset) < range.from) continue;
      const inside = messages.filter(
        ({ offset, isControlRecord }) => !isControlRecord && Number(offset) >= range.from && Number(offset) < range.to,
      );
      range.from = Number(last.offset) + 1;
      if (range.from >= range.to) open.delete(key);
      batches.push(inside.map((message) => readRecord(range.topic, partition, message, this.#macKeys)));
    }
    return batches;
  }

  #keyOf({ topic, lane }: LaneRange): string {
    return `${physicalTopic(this.#prefix, topic)}/${lane}`;
  }
}

function rangesOf(ends: ReadonlyMap<Topic, ReadonlyMap<number, Ends>>, wanted: (lane: number) => boolean): LaneRange[] {
  return [...ends].flatMap(([topic, lanes]) =>
    [...lanes].filter(([lane]) => wanted(lane)).map(([lane, { low, high }]) => ({ topic, lane, from: low, to: high })),
  );
}
