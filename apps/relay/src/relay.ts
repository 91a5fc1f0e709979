import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { LaneProducer, LogReader } from '#libs/event-log';
import type { Logger, Metrics } from '#libs/platform';
import type { Pool } from 'pg';
import type { RelayConfig } from './config.js';
import { JournalGuard } from './guard/journal-guard.js';
import { Lease, LEASE_MS } from './ownership/lease.js';
import { reachOf, type RelayReach } from './reach.js';
import { RefillInbox } from './refills/refill-inbox.js';
import { KnownIds } from './registry-ids.js';
import { RelaySignals } from './relay-signals.js';
import { Cursors } from './shipping/cursors.js';
import { type LaneHold, LaneHolds } from './shipping/lane-holds.js';
import { LogEnds } from './shipping/log-ends.js';
import { ShippingLoop, type ShippingPermit } from './shipping/shipping-loop.js';
import { TailComparison } from './tails/tail-comparison.js';
import { Upkeep } from './upkeep.js';

export interface RelayPorts {
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** The services of the configuration, unless given. */
  readonly reach?: RelayReach;
}

export interface RelayStatus {
  /** The epoch that this relay ships in; undefined while it stands by. */
  readonly epoch: number | undefined;
  /** Whether it ships now: it owns an epoch, compared the tails in it, and knows the registry's ids. */
  readonly shipping: boolean;
  readonly held: readonly LaneHold[];
}

/** Why the relay is not ready, as a code. */
export class RelayNotReadyError extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'RelayNotReadyError';
  }
}

/**
 * Ships the journal to Kafka: every accepted event, lane by lane in the order of positions, at least once, whatever dies when.
 * A second relay stands by and takes over within two lease times.
 */
export class Relay {
  readonly #config: RelayConfig;
  readonly #pool: Pool;
  readonly #leasePool: Pool;
  readonly #lease: Lease;
  readonly #producer: LaneProducer;
  readonly #reader: LogReader;
  readonly #inbox: RefillInbox;
  readonly #holds = new LaneHolds();
  readonly #ends = new LogEnds();
  readonly #cursors: Cursors;
  readonly #ids: KnownIds;
  readonly #signals: RelaySignals;
  readonly #upkeep: Upkeep;
  readonly #stop = new AbortController();
  readonly #stopLease = new AbortController();
  #work: Promise<unknown> = Promise.resolve();
  #leaseWork: Promise<void> = Promise.resolve();
  #leaseKeptAt = 0;

  constructor(config: RelayConfig, { metrics, logger, reach = reachOf(config, logger) }: RelayPorts) {
    const { kafka } = reach;
    this.#config = config;
    this.#pool = reach.journal(config.loops + 3);
    this.#leasePool = reach.journal(1); // of its own, so that a busy loop never delays a renewal
    this.#lease = new Lease(this.#leasePool, randomUUID());
    this.#cursors = new Cursors(this.#pool);
    this.#ids = new KnownIds(reach.catalogue);
    this.#producer = new LaneProducer(kafka, config.kafka);
    this.#reader = new LogReader(config.kafka, config.macKeys, kafka);
    this.#inbox = new RefillInbox(config.kafka, kafka);
    this.#signals = new RelaySignals(metrics, logger, {
      cursors: () => this.#cursors.all().catch(() => []), // a scrape says nothing of lag while the journal is away
      held: () => this.#holds.list(),
      isOwner: () => this.#lease.epoch !== undefined,
      isConfirmed: () => this.#upkeep.confirmed,
    });
    this.#upkeep = this.#createUpkeep();
  }

  /** Returns at once: a part that is away is waited for in the background. */
  start(): void {
    const { signal } = this.#stop;
    const loops = Array.from({ length: this.#config.loops }, (_, loop) => this.#createLoop(loop).run(signal));
    this.#work = Promise.all([...loops, this.#upkeep.run(signal), this.#ids.learn(signal, this.#signals)]);
    this.#leaseWork = this.#keepLease();
  }

  /** Ends after the requests under way, and lets the next relay begin at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#work;
    this.#stopLease.abort();
    await this.#leaseWork;
    await this.#lease.release().catch((error: unknown) => this.#signals.trouble('lease', error)); // it runs out by itself
    await Promise.all([this.#producer.disconnect(), this.#reader.close(), this.#inbox.close()]);
    await Promise.all([this.#pool.end(), this.#leasePool.end()]);
  }

  status(): RelayStatus {
    return { epoch: this.#lease.epoch, shipping: this.#permit() !== undefined, held: this.#holds.list() };
  }

  /** A relay that stands by is ready. @throws RelayNotReadyError */
  assertReady(): void {
    if (performance.now() - this.#leaseKeptAt > 2 * LEASE_MS) throw new RelayNotReadyError('JOURNAL_UNREACHABLE');
    if (!this.#ids.current) throw new RelayNotReadyError(this.#ids.problem);
    if (this.#lease.epoch === undefined) return;
    const held = this.#holds.alarm;
    if (held) throw new RelayNotReadyError(held.reason);
    if (!this.#upkeep.isProgressing()) throw new RelayNotReadyError('KAFKA_UNREACHABLE');
    if (!this.#upkeep.confirmed) throw new RelayNotReadyError('JOURNAL_UNCONFIRMED');
  }

  #permit(): ShippingPermit | undefined {
    const { epoch } = this.#lease;
    const registryIds = this.#ids.current;
    if (epoch === undefined || !registryIds || this.#upkeep.comparedEpoch !== epoch) return undefined;
    return { epoch, framing: { registryIds, macKeys: this.#config.macKeys } };
  }

  async #keepLease(): Promise<void> {
    const { signal } = this.#stopLease;
    for (let before: number | undefined; !signal.aborted;) {
      try {
        // Without ids it could not ship, and another relay may have them.
        if (this.#ids.current) await this.#lease.keep();
        else await this.#leasePool.query('SELECT 1');
        this.#leaseKeptAt = performance.now();
      } catch (error) {
        this.#signals.trouble('lease', error);
      }
      const { epoch } = this.#lease;
      if (epoch !== before) this.#signals.ownership(epoch);
      before = epoch;
      await delay(this.#ids.current ? LEASE_MS / 3 : 50, undefined, { signal }).catch(() => undefined);
    }
  }

  #createUpkeep(): Upkeep {
    const comparison = new TailComparison({ reader: this.#reader, ends: this.#ends });
    return new Upkeep({
      lease: this.#lease,
      cursors: this.#cursors,
      holds: this.#holds,
      ends: this.#ends,
      inbox: this.#inbox,
      comparison,
      guard: new JournalGuard(this.#pool, comparison),
      signals: this.#signals,
    });
  }

  #createLoop(loop: number): ShippingLoop {
    const parts = {
      pool: this.#pool,
      cursors: this.#cursors,
      producer: this.#producer,
      holds: this.#holds,
      ends: this.#ends,
      signals: this.#signals,
      permit: () => this.#permit(),
      lost: (loss: Parameters<Upkeep['lost']>[0]) => this.#upkeep.lost(loss),
      isRecovering: (lane: number) => this.#upkeep.isRecovering(lane),
      failed: () => this.#upkeep.compareSoon(),
    };
    return new ShippingLoop(parts, loop, this.#config.loops);
  }
}
