import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOut } from './share-out.js';

describe('the shares of lanes in a request', () => {
  it('are what waits, when there is room', () => expect(shareOut([3, 1, 2], 10)).toEqual([3, 1, 2]));

  it('leave what small lanes do not need to the hot one', () =>
    expect(shareOut([5_000, 10, 20], 100)).toEqual([70, 10, 20]));

  it('are equal among equals', () => expect(shareOut([500, 500], 100)).toEqual([50, 50]));

  it('never are nothing, more than what waits, or more than there is room for', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 64 }),
        fc.integer({ min: 64, max: 2_000 }),
        (waiting, total) => {
          const shares = shareOut(waiting, total);
          expect(shares.every((share, index) => share >= 1 && share <= waiting[index]!)).toBe(true);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(total);
        },
      ),
    ));
});
