import { setTimeout as delay } from 'node:timers/promises';
import type { AlienRecord } from '#libs/event-log';
import type { Logger } from '#libs/platform';
import type { Pool } from 'pg';
import { Sightings, storeSightings } from './sightings.js';

/** Between two writes: what a flood brings meanwhile becomes one. */
const PAUSE_MS = 500;

/**
 * Tells the trail of records that the relay did not sign. They have no place, so no tree can hold them; what was seen in the
 * last half second is lost if the process dies, and still stands on the topic.
 */
export class AlienWatch {
  readonly #pool: Pool;
  readonly #logger: Logger;
  readonly #sightings = new Sightings();
  readonly #closing = new AbortController();
  #writing: Promise<void> | null = null;

  constructor(pool: Pool, logger: Logger) {
    this.#pool = pool;
    this.#logger = logger;
  }

  see(record: AlienRecord): void {
    this.#sightings.add(record);
    this.#writing ??= this.#writeAll();
  }

  /** Stores what is left. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#writing;
    if (!this.#sightings.isEmpty) await this.#write();
  }

  async #writeAll(): Promise<void> {
    while (!this.#sightings.isEmpty && !this.#closing.signal.aborted) {
      await this.#write();
      await delay(PAUSE_MS, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
    }
    this.#writing = null;
  }

  async #write(): Promise<void> {
    const taken = this.#sightings.take();
    try {
      await storeSightings(this.#pool, taken);
    } catch (err) {
      this.#sightings.giveBack(taken);
      this.#logger.error(
        { err, code: 'ALIENS_NOT_STORED' },
        'records without a place could not be told of in the trail',
      );
    }
  }
}
