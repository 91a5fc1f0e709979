import { createKafka, type Gather, type LaneTransport, type SignalPorts } from '#libs/event-log';
import { consumerPool, groupOf, type OpenConsumer, openConsumer, type ProjectionRunner } from '#libs/projections';
import type { Pool } from 'pg';
import type { PoliciesConfig } from '../config.js';
import { dutiesApplier } from '../duty/duties.applier.js';
import { policies } from '../policies.js';

/** What the bus does next has no caller that waits for it. */
const GATHER: Gather = { broker: { bytes: 65_536, ms: 100 } };

/** The consumer's parts in this process: what Kafka brings goes through `runner` to the duties. */
export class PoliciesConsumer {
  readonly pool: Pool;
  readonly #open: OpenConsumer;

  constructor({ databaseUrl, kafka, macKeys }: PoliciesConfig, ports: SignalPorts) {
    this.pool = consumerPool(databaseUrl, policies);
    // A broken idle connection is replaced at the next query, which then says what is wrong.
    this.pool.on('error', (err) => ports.logger.warn({ err, consumer: groupOf(policies) }, 'connection lost'));
    const client = createKafka(kafka, ports.logger);
    const { topicPrefix } = kafka;
    const { metrics, logger } = ports;
    const applier = dutiesApplier;
    this.#open = openConsumer({
      metrics,
      logger,
      consumer: policies,
      applier,
      pool: this.pool,
      client,
      topicPrefix,
      macKeys,
      gather: GATHER,
    });
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
    await this.pool.end();
  }
}
