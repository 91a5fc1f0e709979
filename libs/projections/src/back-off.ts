import { setTimeout as delay } from 'node:timers/promises';

/** Pauses that double, up to a bound, and start again after a success. */
export class BackOff {
  readonly #first: number;
  readonly #bound: number;
  #next: number;

  /** @param firstMs @param boundMs in milliseconds */
  constructor(firstMs = 50, boundMs = 5_000) {
    this.#first = firstMs;
    this.#bound = boundMs;
    this.#next = firstMs;
  }

  async pause(signal: AbortSignal): Promise<void> {
    const ms = this.#next;
    this.#next = Math.min(this.#next * 2, this.#bound);
    await delay(ms, undefined, { signal }).catch(() => undefined);
  }

  reset(): void {
    this.#next = this.#first;
  }
}
