import { describe, expect, it } from '@jest/globals';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { p99, type Pair, verdictOn } from './verdict.js';

/** Pairs of windows on a machine that is now fast, now slow. */
function pairs(random: Prng, factor: number): Pair[] {
  return Array.from({ length: 6 }, () => {
    const pace = 1 + random.fraction() * 4;
    const window = (by: number): number[] => Array.from({ length: 500 }, () => pace * by * (1 + random.exponential()));
    return { quiet: window(1), attacked: window(factor) };
  });
}

describe('the verdict on pairs of windows', () => {
  it.each([
    ['holds where nothing differs', 1, (low: number, high: number) => low < 1 && high > 1 && high < 1.3],
    ['sees twice the wait', 2, (low: number, high: number) => low > 1.3 && low < 2 && high > 2],
  ])('%s, though the machine changes its pace', (_what, factor, fits) => {
    const verdict = verdictOn(pairs(new Prng(7), factor), 1);
    expect([verdict, fits(verdict.low, verdict.high)]).toEqual([verdict, true]);
  });

  it('is the same for the same seed', () =>
    expect(verdictOn(pairs(new Prng(1), 1), 3)).toEqual(verdictOn(pairs(new Prng(1), 1), 3)));
});

describe('the 99th percentile', () => {
  it('leaves one in a hundred above it', () => expect(p99(Array.from({ length: 200 }, (_, n) => n + 1))).toBe(198));
});
