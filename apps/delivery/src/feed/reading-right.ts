import { setTimeout as delay } from 'node:timers/promises';
import { BusProblem } from '#libs/client';

/** Verdicts are asked for again after this time, in milliseconds: a stream of the feed ends no later. */
export const FRESH_MS = 5_000;
/** While the feed is away its last word holds for so long, in milliseconds: as long as membership that cannot be heard anew. */
export const LASTS_MS = 15 * 60_000;
/** Nobody waits longer for a verdict, in milliseconds: what is urgent goes by the last one. */
const PATIENT_MS = 1_000;
const REFUSED = 'FEED_NOT_DELEGATED';

/**
 * Whether the bus may read an agency's feed, as the feed itself judged last: the agency allowed it, takes part, and holds the role
 * in which it allowed it. What may not be read is not sent either.
 */
export class ReadingRight {
  readonly #ask: (signal: AbortSignal) => Promise<unknown>;
  readonly #now: () => number;
  #heldAt = Number.NEGATIVE_INFINITY;
  #refused = false;
  /** Of the last verdict, or of the last attempt to have one. */
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | null = null;

  /** @param ask whether the feed may be read; what it throws by BusProblem is its answer */
  constructor(ask: (signal: AbortSignal) => Promise<unknown>, now = (): number => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /** False where it was never allowed as far as is known here: unknown means deny. */
  async holds(): Promise<boolean> {
    if (this.#now() - this.#askedAt >= FRESH_MS) {
      const answered = await inTime((this.#asking ??= this.#askAnew()));
      if (!answered) this.#askedAt = this.#now();
    }
    return !this.#refused && this.#now() - this.#heldAt < LASTS_MS;
  }

  /** Takes note of what a read of the feed came to. */
  async heard<Answer>(read: Promise<Answer>): Promise<Answer> {
    try {
      const answer = await read;
      this.#heldAt = this.#now();
      this.#judged(false);
      return answer;
    } catch (error) {
      if (error instanceof BusProblem && error.code === REFUSED) this.#judged(true);
      throw error;
    }
  }

  #judged(refused: boolean): void {
    this.#refused = refused;
    this.#askedAt = this.#now();
  }

  async #askAnew(): Promise<void> {
    try {
      await this.heard(this.#ask(AbortSignal.timeout(PATIENT_MS)));
    } catch {
      // whoever follows the feed says aloud that it cannot be read
      this.#askedAt = this.#now();
    } finally {
      this.#asking = null;
    }
  }
}

/** False where the work goes on by itself, as while a token is waited for. */
async function inTime(work: Promise<void>): Promise<boolean> {
  const over = new AbortController();
  const waited = delay(PATIENT_MS, false, { signal: over.signal }).catch(() => false);
  const answered = await Promise.race([work.then(() => true), waited]);
  over.abort();
  return answered;
}
