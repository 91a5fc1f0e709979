import type { RefillRequest } from '#libs/event-log';

/** Distance between two refills of one lane: what the first brings must have had time to arrive. */
const DISTANCE_MS = 5_000;

/** Requests for refills, coalesced per lane: the lowest position asked for serves everybody. */
export class RefillWishes {
  readonly #wishes = new Map<number, number>();
  readonly #served = new Map<number, number>();
  readonly #lanes: number;

  constructor(lanes: number) {
    this.#lanes = lanes;
  }

  /** @returns false for a lane that does not exist */
  add({ lane, after }: RefillRequest): boolean {
    if (lane >= this.#lanes) return false;
    this.#wishes.set(lane, Math.min(after, this.#wishes.get(lane) ?? after));
    return true;
  }

  /** What may be served now, as the position to go back to by lane. The rest stays. */
  due(now: number): Map<number, number> {
    const due = [...this.#wishes].filter(([lane]) => now - (this.#served.get(lane) ?? -Infinity) >= DISTANCE_MS);
    return new Map(due);
  }

  served(lanes: Iterable<number>, now: number): void {
    for (const lane of lanes) {
      this.#wishes.delete(lane);
      this.#served.set(lane, now);
    }
  }

  clear(): void {
    this.#wishes.clear();
  }
}
