import { percentile } from '../simulate/tally.js';

/** How long what is to be seen takes, by the clock of whoever waits for it: a bus whose time is put ahead has no other that is true. */
export class Delays {
  readonly #ms: number[] = [];

  /** Counts how long this takes. */
  async of<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await work();
    this.add(performance.now() - begun);
    return result;
  }

  /** One that took so long. */
  add(ms: number): void {
    this.#ms.push(ms);
  }

  get count(): number {
    return this.#ms.length;
  }

  /** In whole milliseconds. @param part 0.5 is the median, 1 the slowest; 0 where nothing was counted */
  at(part: number): number {
    return Math.round(percentile(this.#ms, part) ?? 0);
  }
}
