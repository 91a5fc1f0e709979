import { describe, expect, it } from '@jest/globals';
import { Delays } from './delays.js';
import { areAtOnce, isUnnoticed } from './soon.js';

const taking = (...ms: readonly number[]): Delays => {
  const delays = new Delays();
  for (const each of ms) delays.add(each);
  return delays;
};
const times = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms);

describe('steps that are to be seen at once (story 1)', () => {
  it.each([
    ['half within a second', [...times(5, 1_000), ...times(4, 9_000)], true],
    ['more than half after a second', [...times(4, 1_000), ...times(5, 1_002)], false],
    ['one of many after ten seconds', [...times(19, 10), 10_001], false],
  ])('%s', (_, ms, expected) => expect(areAtOnce(taking(...ms))).toBe(expected));
});

describe('what goes on beside a burst (story 8)', () => {
  it.each([
    ['is noticed by nobody at three times as long as before', times(20, 1_000), times(20, 3_000), true],
    ['is noticed beyond', times(20, 1_000), times(20, 3_001), false],
    ['is noticed by nobody within two seconds, however quick it was before', times(20, 5), times(20, 2_000), true],
    ['is noticed after them', times(20, 5), times(20, 2_001), false],
    ['may stall once in twenty', times(20, 5), [...times(19, 5), 60_000], true],
    ['may not stall twice', times(20, 5), [...times(18, 5), 60_000, 60_000], false],
  ])('%s', (_, quiet, busy, expected) => expect(isUnnoticed(taking(...quiet), taking(...busy))).toBe(expected));
});
