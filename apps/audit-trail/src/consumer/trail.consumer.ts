import { createKafka, type Gather, LaneTransport, RefillRequests, type SignalPorts } from '#libs/event-log';
import { TransientError } from '#libs/kernel';
import { consumerPool, groupOf, PositionGate, ProjectionRunner } from '#libs/projections';
import type { Pool } from 'pg';
import { AlienWatch } from '../aliens/alien-watch.js';
import type { AuditTrailConfig } from '../config.js';
import { stoppedLanes } from '../log/alarms.js';
import { TrailApplier } from '../log/trail.applier.js';
import { TrailSignals } from '../log/trail-signals.js';
import { trail } from '../trail.js';

/** Nobody acts on the trail within a quarter of a second, and it reads every topic. */
const GATHER: Gather = { broker: { bytes: 262_144, ms: 250 } };

/** The consumer's parts in this process: what Kafka brings goes through `runner` into the trees. */
export class TrailConsumer {
  readonly transport: LaneTransport;
  readonly runner: ProjectionRunner;
  readonly gate: PositionGate;
  readonly #pool: Pool;
  readonly #refills: RefillRequests;
  readonly #aliens: AlienWatch;

  constructor({ databaseUrl, kafka, macKeys }: AuditTrailConfig, ports: SignalPorts) {
    const group = groupOf(trail);
    const pool = consumerPool(databaseUrl, trail);
    // A broken idle connection is replaced at the next query, which then says what is wrong.
    pool.on('error', (err) => ports.logger.warn({ err, consumer: group }, 'connection lost'));
    this.#aliens = new AlienWatch(pool, ports.logger);
    const signals = new TrailSignals(ports, { pool, aliens: this.#aliens });
    const client = createKafka(kafka, ports.logger);
    const { topicPrefix } = kafka;
    this.#pool = pool;
    this.transport = new LaneTransport({ client, topicPrefix, macKeys, group, signals, gather: GATHER });
    this.#refills = new RefillRequests({ client, topicPrefix, consumer: group });
    const source = this.transport;
    this.runner = new ProjectionRunner({
      consumer: trail,
      applier: new TrailApplier(),
      pool,
      source,
      refills: this.#refills,
      signals,
    });
    this.gate = new PositionGate({ pool, consumer: trail, progress: this.runner.progress });
  }

  /** @throws TransientError while nothing is read or applied */
  assertFollowing(): void {
    this.transport.assertReading();
    this.runner.assertApplying();
  }

  /** Says so while any lane stands still, in whichever process. @throws TransientError */
  async assertUncontradicted(): Promise<void> {
    if ((await stoppedLanes(this.#pool)).length > 0) throw new TransientError('AUDIT_LANE_STOPPED', 503, 60);
  }

  /** After the transport was closed. */
  async stop(): Promise<void> {
    await this.runner.stop();
    await this.#refills.close();
    await this.#aliens.stop();
    await this.#pool.end();
  }
}
