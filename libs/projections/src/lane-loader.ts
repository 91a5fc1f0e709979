import type { Pool } from 'pg';
import type { ConsumerSignals, LaneSource } from '#libs/event-log';
import { BackOff } from './back-off.js';
import type { Checkpoints, StoredCheckpoint } from './checkpoints.js';

export interface LoaderParts {
  readonly pool: Pool;
  readonly checkpoints: Checkpoints;
  readonly signals: ConsumerSignals;
  readonly source: Pick<LaneSource, 'locate'>;
  readonly onLoaded: (checkpoint: StoredCheckpoint) => void;
}

/** Fetches lanes' checkpoints from the database, again and again until it answers. */
export class LaneLoader {
  readonly #parts: LoaderParts;
  readonly #closing: AbortSignal;
  /** A fresh token each time a lane is wanted: what was asked for before counts no more. */
  #wanted = new Map<number, symbol>();
  #running: Promise<void> | null = null;
  #ensured = false;

  constructor(parts: LoaderParts, closing: AbortSignal) {
    this.#parts = parts;
    this.#closing = closing;
  }

  /** Loads exactly these; lanes that were wanted before are not any more. */
  replace(lanes: readonly number[]): void {
    this.#wanted = new Map();
    this.want(lanes);
  }

  want(lanes: readonly number[]): void {
    for (const lane of lanes) this.#wanted.set(lane, Symbol(`lane ${lane}`));
    if (this.#wanted.size === 0) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    const backOff = new BackOff();
    while (this.#wanted.size > 0 && !this.#closing.aborted) {
      const asked = new Map(this.#wanted);
      try {
        const stored = await this.#load([...asked.keys()]);
        this.#open(asked, stored);
        backOff.reset();
      } catch (error) {
        this.#ensured = false; // a database that was restored may be older than this consumer
        this.#parts.signals.raise('CONSUMER_OUTAGE', 'load', {}, error);
        await backOff.pause(this.#closing);
      }
    }
  }

  async #load(lanes: readonly number[]): Promise<Map<number, StoredCheckpoint>> {
    const { pool, checkpoints, source } = this.#parts;
    if (!this.#ensured) await checkpoints.ensure(pool);
    this.#ensured = true;
    const stored = await checkpoints.load(pool, lanes);
    await source.locate();
    return stored;
  }

  #open(asked: ReadonlyMap<number, symbol>, stored: ReadonlyMap<number, StoredCheckpoint>): void {
    this.#parts.signals.clear('CONSUMER_OUTAGE', 'load');
    for (const [lane, token] of asked) {
      const checkpoint = stored.get(lane);
      if (this.#wanted.get(lane) !== token) continue; // dealt out anew meanwhile
      if (!checkpoint) throw new RangeError(`lane ${lane} has no checkpoint`);
      this.#wanted.delete(lane);
      this.#parts.onLoaded(checkpoint);
    }
  }
}
