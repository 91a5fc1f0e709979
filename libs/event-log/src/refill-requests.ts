import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import { physicalTopic } from './kafka-config.js';

/** One partition, short retention: what consumers miss, as JSON `RefillRequest`. */
export const REFILL_TOPIC = 'bus.relay.refill.v1';

export interface RefillRequest {
  readonly lane: number;
  /** Everything after this position is wanted again, up to the head. */
  readonly after: number;
  /** Name and version of the consumer that asks. */
  readonly consumer: string;
}

/** Asks the relay to send again what a lane misses. */
export class RefillRequests {
  readonly #producer: Producer;
  readonly #topic: string;
  readonly #consumer: string;
  #connected: Promise<void> | null = null;

  constructor({ client, topicPrefix, consumer }: { client: Kafka; topicPrefix: string; consumer: string }) {
    this.#producer = client.producer({
      createPartitioner: Partitioners.DefaultPartitioner, // there is one partition
      allowAutoTopicCreation: false,
    });
    this.#topic = physicalTopic({ topicPrefix }, REFILL_TOPIC);
    this.#consumer = consumer;
  }

  /** @throws when the request could not be placed; asking again does no harm */
  async ask(wanted: readonly { readonly lane: number; readonly after: number }[]): Promise<void> {
    this.#connected ??= this.#producer.connect();
    try {
      await this.#connected;
      const messages = wanted.map(({ lane, after }) => ({
        value: JSON.stringify({ lane, after, consumer: this.#consumer }),
      }));
      await this.#producer.send({ topic: this.#topic, messages });
    } catch (error) {
      this.#connected = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#producer.disconnect();
  }
}

/** Null for anything that is not a refill request. */
export function parseRefillRequest(value: Buffer | null): RefillRequest | null {
  try {
    const { lane, after, consumer } = JSON.parse(value?.toString('utf8') ?? 'null') as Partial<Record<string, unknown>>;
    const sound = isCount(lane) && isCount(after) && typeof consumer === 'string';
    return sound ? { lane, after, consumer } : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
