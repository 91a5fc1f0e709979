import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BREAKS_AT, Schedule, URGENT_WAITS_MS, WAITS_MS } from './schedule.js';

const exact = new Schedule(1, () => 0.5);

describe('the schedule of tries', () => {
  it('is the published one, and goes on with its last wait', () => {
    expect([1, 2, 6, 7, 500].map((failures) => exact.waitOf(failures, false) / 1_000)).toEqual([
      5, 30, 3600, 3600, 3600,
    ]);
    expect([1, 5, 500].map((failures) => exact.waitOf(failures, true) / 1_000)).toEqual([2, 60, 60]);
  });

  it('pauses the webhook as a whole after some failures in a row', () => {
    expect(exact.breakOf(BREAKS_AT - 1)).toBeNull();
    expect(exact.breakOf(BREAKS_AT)).toBe(WAITS_MS[0]);
    expect(exact.breakOf(500)).toBe(WAITS_MS.at(-1));
  });

  it('spreads each wait by a fifth at most, and never makes what is urgent wait longer than what is not', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const schedule = new Schedule(1, () => chance);
          const [wait, urgent] = [schedule.waitOf(failures, false), schedule.waitOf(failures, true)];
          expect(Math.abs(wait / exact.waitOf(failures, false) - 1)).toBeLessThanOrEqual(0.2 + 1e-9);
          expect(urgent).toBeLessThanOrEqual(wait);
          expect(urgent).toBeLessThanOrEqual(1.2 * (URGENT_WAITS_MS.at(-1) ?? 0) + 1e-6);
        },
      ),
    ));
});
