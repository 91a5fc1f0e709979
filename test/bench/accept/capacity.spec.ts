import { describe, expect, it } from '@jest/globals';
import { capacityBy } from './capacity.js';
import type { OfferedOutput } from './offered-load-main.js';

const carried = (perSecond: number): OfferedOutput => ({
  answers: { 201: perSecond },
  p50: 5,
  p99: 20,
  count: Math.round(perSecond),
  tookSeconds: 1,
});
const offerUpTo =
  (most: number, beyond: (perSecond: number) => OfferedOutput) =>
  (perSecond: number): Promise<OfferedOutput> =>
    Promise.resolve(perSecond <= most ? carried(perSecond) : beyond(perSecond));

describe('the capacity of a door', () => {
  it.each<[string, (perSecond: number) => OfferedOutput, RegExp]>([
    ['sheds', (rate) => ({ ...carried(rate), answers: { 201: 1, 429: 7 } }), /^7 of \d+ were shed$/],
    ['answers later and later', (rate) => ({ ...carried(rate), p99: 1_001 }), /^p99 was 1001 ms$/],
    ['does not keep up', (rate) => ({ ...carried(rate), tookSeconds: 1.2 }), /were answered$/],
  ])('is never less than what it carries, and known by the first rate at which it %s', async (_, beyond, because) => {
    const { perSecond, because: why } = await capacityBy(offerUpTo(1_000, beyond), 600);
    expect(perSecond).toBeGreaterThan(1_000);
    expect(perSecond).toBeLessThan(1_101);
    expect(why).toMatch(because);
  });

  it('is not known where nothing is too much', async () => {
    await expect(capacityBy(offerUpTo(Infinity, carried), 100)).rejects.toThrow('nothing is known');
  });
});
