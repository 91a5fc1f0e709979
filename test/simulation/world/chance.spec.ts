import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.js';

const numbers = (chance: Chance): number[] => Array.from({ length: 1_000 }, () => chance.next());

describe('chance', () => {
  it('is the same under the same seed, and another in another stream or under another seed', () => {
    const first = numbers(new Chance(7, 'a'));
    expect(numbers(new Chance(7, 'a'))).toEqual(first);
    expect(numbers(new Chance(7, 'b'))).not.toEqual(first);
    expect(numbers(new Chance(8, 'a'))).not.toEqual(first);
    expect(numbers(new Chance(7 + 2 ** 32, 'a'))).not.toEqual(first);
  });

  it('is even', () => {
    const drawn = numbers(new Chance(3));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });
});
