import { describe, expect, it } from '@jest/globals';
import { median, percentile } from './statistics.js';

describe('a median', () => {
  it('is the middle value', () => expect(median([9, 1, 5])).toBe(5));
  it('of an even number is between the middle two', () => expect(median([4, 1, 2, 9])).toBe(3));
  it('of nothing is none', () => expect(() => median([])).toThrow(RangeError));
});

describe('a percentile', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('%d of 1 to 100', (share, value) => expect(percentile(values, share)).toBe(value));
});
