import { createKafka, type KafkaConfig, type LaneTransport, type MacKeys, type SignalPorts } from '#libs/event-log';
import { consumerPool, groupOf, type OpenConsumer, openConsumer, type ProjectionRunner } from '#libs/projections';
import type { Pool } from 'pg';
import { calls } from './calls.js';
import { callsApplier } from './calls.applier.js';

export interface CallsConsumerConfig {
  readonly databaseUrl: string;
  readonly kafka: KafkaConfig;
  readonly macKeys: MacKeys;
}

/** The consumer's parts in this process: what Kafka brings goes through `runner` to the calls. */
export class CallsConsumer {
  readonly #pool: Pool;
  readonly #open: OpenConsumer;

  constructor({ databaseUrl, kafka, macKeys }: CallsConsumerConfig, { metrics, logger }: SignalPorts) {
    this.#pool = consumerPool(databaseUrl, calls);
    // a broken idle connection is replaced at the next query, which then says what is wrong
    this.#pool.on('error', (err) => logger.warn({ err, consumer: groupOf(calls) }, 'connection lost'));
    const { topicPrefix } = kafka;
    const parts = { metrics, logger, consumer: calls, applier: callsApplier, pool: this.#pool, topicPrefix, macKeys };
    this.#open = openConsumer({ ...parts, client: createKafka(kafka, logger) });
  }

  get transport(): LaneTransport {
    return this.#open.transport;
  }

  get runner(): ProjectionRunner {
    return this.#open.runner;
  }

  /** @throws TransientError while nothing is read or applied */
  assertFollowing(): void {
    this.#open.assertProgress();
  }

  async stop(): Promise<void> {
    await this.#open.close();
    await this.#pool.end();
  }
}
