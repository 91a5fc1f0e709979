import { describe, expect, it } from '@jest/globals';
import { Prng } from '../../../apps/cli/src/simulate/prng.js';
import { median, rankTest } from './rank-test.js';

/** Times have a long tail. */
const sample = (random: Prng, size: number, shift = 0): number[] =>
  Array.from({ length: size }, () => shift + random.exponential() + (random.chance(0.01) ? 50 * random.fraction() : 0));

describe('the rank test', () => {
  it('says what the textbook says of a textbook sample', () => {
    const { z, p } = rankTest(
      [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
      [1.15, 0.88, 0.9, 0.74, 1.21],
    );
    expect(z).toBeCloseTo(1.22, 2);
    expect(p).toBeCloseTo(0.221, 3);
  });

  it('sees a shift of a twentieth of the spread at ten thousand, whichever is the longer', () => {
    const random = new Prng(1);
    const [usual, longer] = [sample(random, 10_000), sample(random, 10_000, 0.05)];
    expect(rankTest(longer, usual).z).toBeGreaterThan(4);
    expect(rankTest(usual, longer).z).toBeLessThan(-4);
  });

  it('calls one in a hundred pairs of equal samples different at one in a hundred', () => {
    const random = new Prng(2);
    const called = Array.from({ length: 1_000 }, () => rankTest(sample(random, 50), sample(random, 50)).p < 0.01);
    expect(called.filter(Boolean).length).toBeGreaterThan(2);
    expect(called.filter(Boolean).length).toBeLessThan(25);
  });

  it('finds no difference between values that are all the same', () =>
    expect(rankTest(Array(30).fill(1), Array(30).fill(1)).z).toBe(0));
});

describe('the median', () => {
  it('is the middle', () => expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]));
});
