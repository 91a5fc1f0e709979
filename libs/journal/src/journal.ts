import pg from 'pg';
import { v7 } from 'uuid';
import { DomainError, TransientError } from '#libs/kernel';
import { BoundedClient } from '#libs/postgres';
import { AcceptingLoop } from './accepting-loop.js';
import { type BusClock, readBusClock } from './clock/bus-clock.js';
import type { Fold, LaneCommand, Outcome } from './command.js';
import type { DigestKeys } from './digest-keys.js';
import { earlierAnswer } from './earlier-answer.js';
import { checkKeyWindow, keyTimeOf } from './key-window.js';
import { KeyUpkeep } from './key-upkeep.js';
import type { HeldKey } from './loaded-batch.js';
import { type Pending, textOf } from './pending.js';
import { recordOf, refusalIn, RefusalAllowance, type Refused } from './refusals.js';
import { type JournalDatabase, WriterConnection } from './writer-connection.js';

export type LaneClass = 'routine' | 'urgent' | 'access';

export interface JournalOptions<State> {
  /** As role bus_writer. */
  readonly database: JournalDatabase;
  readonly fold: Fold<State>;
  readonly laneClassOf: (lane: number) => LaneClass;
  readonly digestKeys: DigestKeys;
  /** Loops over routine lanes (lane modulo loops); urgent and access lanes have one each. */
  readonly routineLoops?: number;
  /** Commands that may wait in one loop before the next is answered 429. */
  readonly maxWaiting?: number;
  readonly onError?: (error: Error) => void;
}

/** The log of acceptance: a command that `handle` resolves is on disk and will be distributed whatever dies next (design 2). */
export class Journal<State> {
  private readonly routine: readonly AcceptingLoop<State>[];
  private readonly urgent: AcceptingLoop<State>;
  private readonly access: AcceptingLoop<State>;
  private readonly pool: pg.Pool;
  private readonly upkeep: KeyUpkeep;
  private readonly allowance = new RefusalAllowance();
  private readonly onError: (error: Error) => void;
  private readonly known = new Set<number>();
  private unrecorded = 0;

  private constructor(private readonly options: JournalOptions<State>) {
    this.onError = options.onError ?? ((error) => process.emitWarning(error));
    this.pool = new pg.Pool({ Client: BoundedClient, ...options.database, max: 4, connectionTimeoutMillis: 3_000 });
    this.pool.on('error', this.onError);
    this.upkeep = new KeyUpkeep(this.pool, this.onError);
    this.urgent = this.loop('urgent');
    this.access = this.loop('access');
    this.routine = Array.from({ length: options.routineLoops ?? 3 }, (_, index) => this.loop(`routine-${index}`));
  }

  /** @throws when the database cannot be reached or has not been migrated. */
  static async open<State>(options: JournalOptions<State>): Promise<Journal<State>> {
    const journal = new Journal(options);
    try {
      await journal.upkeep.start();
      return journal;
    } catch (error) {
      await journal.stop();
      throw error;
    }
  }

  /**
   * Accepts a command, or repeats the answer of its key.
   * @throws DomainError a rule said no (409 recorded under the key); TransientError unknown or not now: repeat with the same key.
   */
  handle(command: LaneCommand<State>): Promise<Outcome<State>> {
    return this.enqueue(command, this.loopOf(command.lane), false);
  }

  /** An idempotency key that no other command has, within the window by the database's clock whatever this process's says. */
  newKey(): string {
    return v7({ msecs: Math.floor(this.upkeep.now()) });
  }

  /** @throws while the database cannot be reached. */
  async ready(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  /** @throws while the database cannot be reached */
  clock(): Promise<BusClock> {
    return readBusClock(this.pool);
  }

  /** Lanes that were found sealed: new referrals take others. Only grows, and a lane that is missing costs one more try. */
  get sealed(): ReadonlySet<number> {
    return this.known;
  }

  /** Gauges: commands waiting and transactions so far by loop, refusals that were only counted. */
  stats(): { loops: { name: string; waiting: number; batches: number }[]; unrecordedRefusals: number } {
    const loops = [this.urgent, this.access, ...this.routine].map(({ name, depth, batches }) => ({
      name,
      waiting: depth,
      batches,
    }));
    return { loops, unrecordedRefusals: this.unrecorded };
  }

  async stop(): Promise<void> {
    this.upkeep.stop();
    // The access loop last: refusals of the others are recorded there.
    await Promise.all([this.urgent, ...this.routine].map((loop) => loop.stop()));
    await this.access.stop();
    await this.pool.end();
  }

  private enqueue(
    command: LaneCommand<State>,
    loop: AcceptingLoop<State>,
    stateless: boolean,
  ): Promise<Outcome<State>> {
    return new Promise((resolve, reject) => {
      const { agency } = command.actor;
      const { key, request } = command.idempotency;
      const keyTime = keyTimeOf(key);
      checkKeyWindow(keyTime, this.upkeep.now());
      const digests = this.options.digestKeys.digest(agency, key, request);
      const earlier = this.options.digestKeys.earlier(agency, key, request);
      // The loops do not look into states, so they are typed for any.
      const keyText = textOf(digests.key);
      loop.push({ command, digests, keyText, earlier, keyTime, stateless, resolve, reject } as Pending);
    });
  }

  private loop(name: string): AcceptingLoop<State> {
    const connection = new WriterConnection(
      { ...this.options.database, application_name: `bus-writer-${name}` },
      this.onError,
    );
    return new AcceptingLoop(name, this.options.fold, connection, this.options.maxWaiting ?? 4096, {
      repeat: (pending, held) => this.repeat(pending, held),
      refuse: (refused) => this.refuse(refused),
      sealed: (lanes) => lanes.forEach((lane) => this.known.add(lane)),
    });
  }

  private loopOf(lane: number): AcceptingLoop<State> {
    const laneClass = this.options.laneClassOf(lane);
    if (laneClass === 'urgent') return this.urgent;
    if (laneClass === 'access') return this.access;
    const loop = this.routine[lane % this.routine.length];
    if (!loop) throw new RangeError('no routine loop');
    return loop;
  }

  private repeat(pending: Pending, held: HeldKey): void {
    const asked = [pending.digests, ...pending.earlier];
    const own = asked.find(({ request }) => request.equals(held.request)) ?? pending.digests;
    earlierAnswer(this.pool, held, own.key, own.request).then(pending.resolve, (error: unknown) =>
      pending.reject(
        error instanceof DomainError || error instanceof TransientError
          ? error
          : new TransientError('JOURNAL_UNAVAILABLE', 503, 1, { cause: error }),
      ),
    );
  }

  private refuse(refused: Refused): void {
    const { pending, error } = refused;
    if (!this.allowance.take(pending.command.actor.agency)) {
      this.unrecorded++;
      pending.reject(error);
      return;
    }
    this.enqueue(recordOf(refused) as LaneCommand<State>, this.access, true).then((outcome) => {
      const refusal = outcome.kind === 'recorded' ? refusalIn(outcome.events) : null;
      if (refusal) pending.reject(refusal);
      else pending.resolve(outcome);
    }, pending.reject);
  }
}
