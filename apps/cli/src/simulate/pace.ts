import type { Prng } from './prng.js';

const BURST = { often: 0.01, least: 20, most: 120 } as const;

/**
 * When each step begins, in milliseconds from the start: independent arrivals at the rate over all, with bursts in which
 * many come at once and the time of which is made up for afterwards.
 */
export function* arrivals(prng: Prng, perSecond: number): Generator<number> {
  const mean = 1_000 / perSecond;
  let at = 0;
  for (;;) {
    if (!prng.chance(BURST.often)) {
      at += prng.exponential() * mean;
      yield at;
      continue;
    }
    const size = prng.between(BURST.least, BURST.most);
    for (let one = 0; one < size; one++) yield at;
    at += size * mean;
  }
}
