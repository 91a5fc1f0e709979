import {
  type KafkaConfig,
  type Fetched,
  parseRefillRequest,
  PartitionReader,
  physicalTopic,
  REFILL_TOPIC,
  type RefillRequest,
} from '#libs/event-log';
import type { RelayKafka } from '../reach.js';

/**
 * Of what stands on the topic when a relay begins, older requests were served by the one before, or will be asked again. What
 * comes later is never judged by its time: a consumer's clock may be minutes behind, and its requests must count all the same.
 */
const OLDEST_MS = 60_000;

export interface ReadRequests {
  readonly requests: readonly RefillRequest[];
  readonly malformed: number;
}

/** The requests that consumers put on the refill topic. */
export class RefillInbox {
  readonly #reader: PartitionReader;
  readonly #topic: string;
  #offset: number | undefined;
  /** What stands before it was there when reading began. */
  #newFrom = 0;

  constructor(config: Pick<KafkaConfig, 'topicPrefix'>, kafka: RelayKafka) {
    this.#reader = new PartitionReader(kafka);
    this.#topic = physicalTopic(config, REFILL_TOPIC);
  }

  /** Waits up to `waitMs` for requests. */
  async read(waitMs: number): Promise<ReadRequests> {
    this.#offset ??= await this.#oldest();
    try {
      return this.#take(
        await this.#reader.fetch([{ topic: this.#topic, partition: 0, offset: this.#offset }], waitMs),
        this.#offset,
      );
    } catch (error) {
      this.#offset = undefined; // retention or a topic made anew may have moved its beginning
      throw error;
    }
  }

  /** Reads from the beginning again: for a relay that takes over. */
  restart(): void {
    this.#offset = undefined;
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  async #oldest(): Promise<number> {
    const ends = await this.#reader.ends([this.#topic]);
    const { low, high } = ends.get(this.#topic)?.get(0) ?? { low: 0, high: 0 };
    this.#newFrom = high;
    return low;
  }

  #take(fetched: readonly Fetched[], from: number): ReadRequests {
    const since = Date.now() - OLDEST_MS;
    const messages = fetched
      .flatMap((each) => each.messages)
      .filter(({ offset, isControlRecord }) => Number(offset) >= from && !isControlRecord);
    const last = messages.at(-1);
    if (last) this.#offset = Number(last.offset) + 1;
    const read = messages
      .filter(({ offset, timestamp }) => Number(offset) >= this.#newFrom || Number(timestamp) >= since)
      .map(({ value }) => parseRefillRequest(value));
    const requests = read.filter((request) => request !== null);
    return { requests, malformed: read.length - requests.length };
  }
}
