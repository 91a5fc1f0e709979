import { describe, expect, it } from '@jest/globals';
import { percentile, Tally } from './tally.js';

describe('how long deliveries took', () => {
  it('is told of those of which the bus says it, once each', () => {
    const tally = new Tally();
    expect([tally.deliver('a', 30), tally.deliver('a', 50), tally.deliver('b', null)]).toEqual([true, false, true]);
    expect([tally.latencies(), tally.delivered]).toEqual([[30], 2]);
  });

  it('is not told where the time of the bus was put ahead of that of its views', () => {
    const tally = new Tally();
    tally.deliver('a', -86_400_000);
    expect([percentile(tally.latencies(), 0.99), tally.delivered]).toEqual([null, 1]);
  });
});
