import type { Pool } from 'pg';
import { ordinalOf } from '#libs/contracts';
import { type BusPosition, highest, TransientError } from '#libs/kernel';
import type { Consumer } from './consumer.js';
import { Parking } from './parking.js';
import { type LaneProgress, Progress } from './progress.js';
import { Checkpoints } from './checkpoints.js';

export interface GateOptions {
  /** The database that the read itself asks: a replica that is behind must not be judged by another one. */
  readonly pool: Pool;
  readonly consumer: Consumer;
  /** What the consumer in this process has committed; without it the table is asked now and then. */
  readonly progress?: Progress;
  /** How long a read waits, in milliseconds. */
  readonly boundMs?: number;
}

export interface GateQuery {
  /** The referral that is read, if it is one: a parked one is not there, however far the lane is. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Called once, where the read has to wait; what it throws ends it. */
  readonly beforeWait?: () => void;
  /** Called once after it had to wait and need not any more; what was asked for goes on when this resolves. */
  readonly afterWait?: () => Promise<void>;
}

const BOUND_MS = 5_000;
/** With a consumer in this process the table is asked only in case another process owns the lane. */
const POLL_MS = { alone: 50, woken: 500 };

/** Lets a read through once the view shows what its caller has seen elsewhere (design 3 "Reading your own write"). */
export class PositionGate {
  readonly #options: GateOptions;
  readonly #ordinals: readonly number[];
  readonly #checkpoints: Checkpoints;
  readonly #parking: Parking;
  readonly #asked = new Map<number, Promise<LaneProgress>>();

  constructor(options: GateOptions) {
    this.#options = options;
    this.#ordinals = options.consumer.topics.map(ordinalOf);
    this.#checkpoints = new Checkpoints(options.consumer);
    this.#parking = new Parking(options.consumer);
  }

  /**
   * Resolves when the view has applied everything that it reads up to `target`.
   * @throws TransientError `VIEW_BEHIND` (425) after the bound, `VIEW_PARKED` (503) when the referral is parked in this view
   * @throws AbortError when the signal says so
   */
  async reached(target: BusPosition, { key, ...how }: GateQuery = {}): Promise<void> {
    const wanted = highest(target.vector, this.#ordinals);
    const { letters } = await this.#wait(target.lane, wanted, how);
    if (key !== undefined && letters > 0 && (await this.parked([key])).has(key)) {
      throw new TransientError('VIEW_PARKED', 503, 30);
    }
  }

  /** Which of these referrals are parked in this view, so that an answer about them can say so. */
  parked(keys: readonly string[]): Promise<Set<string>> {
    return this.#parking.parkedOf(this.#options.pool, keys);
  }

  async #wait(
    lane: number,
    wanted: number,
    { signal, beforeWait, afterWait }: Omit<GateQuery, 'key'>,
  ): Promise<LaneProgress> {
    const now = this.#known(lane, wanted) ?? (await this.#ask(lane));
    if (now.position >= wanted) return now;
    beforeWait?.();
    const bound = AbortSignal.timeout(this.#options.boundMs ?? BOUND_MS);
    for (;;) {
      await this.#pause(lane, wanted, signal ? AbortSignal.any([bound, signal]) : bound);
      signal?.throwIfAborted();
      const standing = this.#known(lane, wanted) ?? (await this.#ask(lane));
      if (standing.position >= wanted) {
        await afterWait?.();
        return standing;
      }
      if (bound.aborted) throw new TransientError('VIEW_BEHIND', 425, 1);
    }
  }

  /** What this process has committed of the lane, if that is as far as wanted. */
  #known(lane: number, wanted: number): LaneProgress | undefined {
    const known = this.#options.progress?.at(lane);
    return known && known.position >= wanted ? known : undefined;
  }

  /** Whoever asks for a lane while somebody does gets the same answer: however many wait, a lane costs one question at a time. */
  #ask(lane: number): Promise<LaneProgress> {
    const asked = this.#asked.get(lane) ?? this.#stored(lane).finally(() => this.#asked.delete(lane));
    this.#asked.set(lane, asked);
    return asked;
  }

  async #stored(lane: number): Promise<LaneProgress> {
    const stored = await this.#checkpoints.load(this.#options.pool, [lane]);
    return stored.get(lane) ?? { position: 0, letters: 0 };
  }

  /** Until the lane is known to be there, or it is time to ask the table again, or the signal ends it. */
  async #pause(lane: number, wanted: number, signal: AbortSignal): Promise<void> {
    const { progress } = this.#options;
    const tick = AbortSignal.any([signal, AbortSignal.timeout(progress ? POLL_MS.woken : POLL_MS.alone)]);
    const moves = progress ?? new Progress();
    while (!tick.aborted && !this.#known(lane, wanted)) await moves.next(lane, tick).catch(() => undefined);
  }
}
