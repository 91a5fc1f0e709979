/** Weighted choices: what, and how often against the others. */
export type Weighted<T> = readonly (readonly [T, number])[];

const UINT32 = 2 ** 32;

/** A generator whose whole sequence follows from its seed (sfc32): a run can be repeated to the letter. Not for secrets. */
export class Prng {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** @param seed whole number; only its lower 32 bits count @param stream sequences of one seed that do not disturb each other */
  constructor(seed: number, stream = 0) {
    [this.#a, this.#b, this.#c] = [seed >>> 0, stream >>> 0, 0x9e3779b9];
    for (let round = 0; round < 15; round++) this.#next();
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.#next() / UINT32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  weighted<T>(choices: Weighted<T>): T {
    let left = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return this.pick(choices.filter(([, weight]) => weight > 0).map(([choice]) => choice));
  }

  /** Up to `most` different items, in the list's order. */
  some<T>(items: readonly T[], most: number): T[] {
    const left = [...items];
    const count = this.between(0, Math.min(most, left.length));
    const taken = new Set(Array.from({ length: count }, () => left.splice(this.between(0, left.length - 1), 1)[0]));
    return items.filter((item) => taken.has(item));
  }

  /** Waiting times of independent arrivals: mean 1. */
  exponential(): number {
    return -Math.log(1 - this.fraction());
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
