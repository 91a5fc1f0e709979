import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IDLE_MS, pauseUntil } from './pause.js';

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('the pause before clocks are taken again', () => {
  it('asks once a second when nothing is known to be due before', () => {
    expect(pauseUntil(null, 5)).toBe(IDLE_MS);
    fc.assert(fc.property(time, fc.nat(), (now, more) => expect(pauseUntil(now + IDLE_MS + more, now)).toBe(IDLE_MS)));
  });

  it('ends when the next is due, but takes what becomes due one after the other together', () =>
    fc.assert(
      fc.property(time, fc.integer({ min: -10_000, max: IDLE_MS }), (now, left) => {
        const pause = pauseUntil(now + left, now);
        expect(pause).toBeGreaterThanOrEqual(Math.max(left, 1));
        expect(pause).toBeLessThanOrEqual(Math.max(left, 50));
      }),
    ));
});
