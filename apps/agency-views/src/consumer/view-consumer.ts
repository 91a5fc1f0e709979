import {
  ConsumerSignals,
  createKafka,
  type Gather,
  LaneTransport,
  RefillRequests,
  type SignalPorts,
} from '#libs/event-log';
import { consumerPool, groupOf, type Projection, projectionApplier, ProjectionRunner } from '#libs/projections';
import type { Pool } from 'pg';
import type { AgencyViewsConfig } from '../config.js';

/** A consumer's parts in this process: what Kafka brings goes through `runner` into the projection's tables. */
export class ViewConsumer {
  readonly transport: LaneTransport;
  readonly runner: ProjectionRunner;
  readonly pool: Pool;
  readonly #refills: RefillRequests;

  /** @param gather how small work gathers for this projection */
  constructor(
    projection: Projection,
    gather: Gather,
    { databaseUrl, kafka, macKeys }: AgencyViewsConfig,
    ports: SignalPorts,
  ) {
    const group = groupOf(projection);
    const signals = new ConsumerSignals(group, ports);
    const client = createKafka(kafka);
    const { topicPrefix } = kafka;
    this.pool = consumerPool(databaseUrl, projection);
    // A broken idle connection is replaced at the next query, which then says what is wrong.
    this.pool.on('error', (err) => ports.logger.warn({ err, consumer: group }, 'connection lost'));
    this.transport = new LaneTransport({ client, topicPrefix, macKeys, group, signals, gather });
    this.#refills = new RefillRequests({ client, topicPrefix, consumer: group });
    this.runner = new ProjectionRunner({
      consumer: projection,
      applier: projectionApplier(projection),
      pool: this.pool,
      source: this.transport,
      refills: this.#refills,
      signals,
    });
  }

  /** @throws TransientError while nothing is read or applied */
  assertFollowing(): void {
    this.transport.assertReading();
    this.runner.assertApplying();
  }

  /** After the transport was closed. */
  async stop(): Promise<void> {
    await this.runner.stop();
    await this.#refills.close();
    await this.pool.end();
  }
}
