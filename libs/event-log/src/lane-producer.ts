import { CompressionTypes, type Kafka, Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
import type { Topic } from '#libs/contracts';
import { causeOf } from './kafka-error.js';
import type { FramedRecord } from './framing.js';
import { physicalTopic } from './kafka-config.js';

export interface LaneBatch {
  readonly topic: Topic;
  readonly lane: number;
  readonly messages: readonly FramedRecord[];
}

/** What the broker says of a partition that it has appended to. */
export interface Appended {
  readonly topic: Topic;
  readonly lane: number;
  /** Offset of the first record sent. */
  readonly from: number;
  /** Offset after the last record sent. */
  readonly to: number;
  /** Offset of the first record that is still there. */
  readonly low: number;
}

/**
 * A request was not confirmed as a whole: each of its records may be on the topic or not. `LANES` blames some partition,
 * so lanes are to be tried one by one; `BROKER` means that there is no point in that now.
 */
export class SendError extends Error {
  constructor(
    readonly code: 'NOT_CONFIRMED' | 'REFUSED' | 'BROKER_UNREACHABLE',
    /** The broker's own code, or the client's name of the fault. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${code} (${reason})`, options);
    this.name = 'SendError';
  }

  get scope(): 'LANES' | 'BROKER' {
    return this.code === 'BROKER_UNREACHABLE' ? 'BROKER' : 'LANES';
  }
}

const ALL_REPLICAS = -1;

/** Appends records to lanes. Repeats and order are the relay's business: nothing is retried here. */
export class LaneProducer {
  readonly #producer: Producer;
  readonly #prefix: { readonly topicPrefix: string };
  #connected: Promise<void> | null = null;

  constructor(kafka: Kafka, prefix: { readonly topicPrefix: string }) {
    // A retry inside kafkajs would repeat the lanes that succeeded, and name none.
    this.#producer = kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner, // never asked: each record names its lane
      allowAutoTopicCreation: false,
      metadataMaxAge: 5_000, // a partition whose leader was unknown is looked for again soon
      idempotent: false,
      maxInFlightRequests: 8,
      retry: { retries: 0 },
    });
    this.#prefix = prefix;
  }

  async connect(): Promise<void> {
    this.#connected ??= this.#producer.connect();
    try {
      await this.#connected;
    } catch (error) {
      this.#connected = null;
      throw sendError(error);
    }
  }

  async disconnect(): Promise<void> {
    this.#connected = null;
    await this.#producer.disconnect();
  }

  /** Resolves when every partition sent is confirmed by all replicas in sync. @throws SendError */
  async send(batches: readonly LaneBatch[]): Promise<Appended[]> {
    if (batches.length === 0) return [];
    await this.connect();
    const answer = await this.#send(batches).catch((error: unknown) => {
      throw sendError(error);
    });
    return confirmations(batches, answer, this.#prefix);
  }

  #send(batches: readonly LaneBatch[]): Promise<RecordMetadata[]> {
    const topicMessages = batches.map(({ topic, lane, messages }) => ({
      topic: physicalTopic(this.#prefix, topic),
      messages: messages.map((message) => ({ ...message, headers: { ...message.headers }, partition: lane })),
    }));
    return this.#producer.sendBatch({ topicMessages, acks: ALL_REPLICAS, compression: CompressionTypes.None });
  }
}

/**
 * One confirmation for each batch. kafkajs drops records of a partition that it does not know and reports success.
 * @throws SendError NOT_CONFIRMED when a partition is missing from the answer
 */
export function confirmations(
  batches: readonly LaneBatch[],
  answer: readonly RecordMetadata[],
  prefix: { readonly topicPrefix: string },
): Appended[] {
  const byPartition = new Map(answer.map((each) => [`${each.topicName}/${each.partition}`, each]));
  return batches.map(({ topic, lane, messages }) => {
    const found = byPartition.get(`${physicalTopic(prefix, topic)}/${lane}`);
    if (!found || found.errorCode !== 0 || found.baseOffset === undefined)
      throw new SendError('NOT_CONFIRMED', `${topic}/${lane}`);
    const from = Number(found.baseOffset);
    return { topic, lane, from, to: from + messages.length, low: Number(found.logStartOffset ?? 0) };
  });
}

function sendError(error: unknown): SendError {
  const cause = causeOf(error);
  const refused = cause.type !== undefined && cause.type !== 'REQUEST_TIMED_OUT';
  return new SendError(refused ? 'REFUSED' : 'BROKER_UNREACHABLE', cause.type ?? cause.name, { cause: error });
}
