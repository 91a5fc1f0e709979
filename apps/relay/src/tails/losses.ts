import type { Loss } from '../shipping/log-ends.js';

/** Losses that are not made good yet: the earliest of each topic, since a lane can lose records on several at once. */
export class Losses {
  readonly #open = new Map<string, Loss>();

  add(loss: Loss): void {
    const known = this.#open.get(keyOf(loss));
    if (!known || loss.before < known.before) this.#open.set(keyOf(loss), loss);
  }

  concern(lane: number): boolean {
    return [...this.#open.values()].some((loss) => loss.lane === lane);
  }

  byLane(): Map<number, Loss[]> {
    return Map.groupBy(this.#open.values(), ({ lane }) => lane);
  }

  /** Those that were made good; what was lost since stays. */
  remove(mended: readonly Loss[]): void {
    for (const loss of mended) if (this.#open.get(keyOf(loss)) === loss) this.#open.delete(keyOf(loss));
  }

  clear(): void {
    this.#open.clear();
  }
}

const keyOf = ({ topic, lane }: Loss): string => `${topic}/${lane}`;
