const AWAY_AFTER_MS = 5_000;

/** Whether the run still gets on, and if not, whether the bus is away or stuck. */
export class Pulse {
  retries = 0;
  #answeredAt: number;
  #movedAt: number;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#answeredAt = now();
    this.#movedAt = now();
  }

  retried(): void {
    this.retries += 1;
  }

  /** The bus gave an answer. After an absence it first needs time to get on. */
  answered(): void {
    const now = this.#now();
    if (now - this.#answeredAt > AWAY_AFTER_MS) this.#movedAt = now;
    this.#answeredAt = now;
  }

  /** Something was accepted or delivered. */
  moved(): void {
    this.#movedAt = this.#now();
  }

  get away(): boolean {
    return this.#now() - this.#answeredAt > AWAY_AFTER_MS;
  }

  /** Why going on makes no sense; null while it does. */
  hopeless({ awayMs, stuckMs }: { readonly awayMs: number; readonly stuckMs: number }): string | null {
    const now = this.#now();
    if (now - this.#answeredAt > awayMs) return `the bus has been away for ${Math.round(awayMs / 60_000)} minutes`;
    if (!this.away && now - this.#movedAt > stuckMs)
      return `the bus answers, but nothing was accepted or delivered for ${Math.round(stuckMs / 1_000)} seconds`;
    return null;
  }
}
