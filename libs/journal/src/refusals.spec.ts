import { describe, expect, it } from '@jest/globals';
import { RECORDED_REFUSALS, RefusalAllowance } from './refusals.js';

describe('the allowance of recorded refusals', () => {
  it('takes a burst, and then so many a second, of each agency', () => {
    let now = 0;
    const allowance = new RefusalAllowance(() => now);
    const recorded = (): number => Array.from({ length: 200 }, () => allowance.take('US-CLEAR')).filter(Boolean).length;
    expect(recorded()).toBe(RECORDED_REFUSALS.burst);
    now = 2_000;
    expect(recorded()).toBe(2 * RECORDED_REFUSALS.perSecond);
    expect(allowance.take('PH-WCPC')).toBe(true);
  });

  it('goes on after the clock has stepped back', () => {
    let now = 100_000;
    const allowance = new RefusalAllowance(() => now);
    expect(allowance.take('US-CLEAR')).toBe(true);
    now = 0;
    expect(allowance.take('US-CLEAR')).toBe(true);
  });
});
