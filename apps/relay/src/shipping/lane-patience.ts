const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** Lanes whose last request failed: tried alone, at growing distances, so that they hold up no other lane. */
export class LanePatience {
  readonly #failures = new Map<number, { count: number; next: number }>();

  failed(lane: number, now: number): void {
    const count = (this.#failures.get(lane)?.count ?? 0) + 1;
    this.#failures.set(lane, { count, next: now + Math.min(LONGEST_MS, FIRST_MS * 2 ** (count - 1)) });
  }

  succeeded(lane: number): void {
    this.#failures.delete(lane);
  }

  isSuspect(lane: number): boolean {
    return this.#failures.has(lane);
  }

  mayTry(lane: number, now: number): boolean {
    return (this.#failures.get(lane)?.next ?? 0) <= now;
  }
}
