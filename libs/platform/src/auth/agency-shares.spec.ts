import { describe, expect, it } from '@jest/globals';
import { TooManyRequests } from '../problems/problem-error.js';
import { AgencyShares } from './agency-shares.js';

describe('the share of an agency', () => {
  const shares = (): { take: AgencyShares['take']; pass: (ms: number) => void } => {
    let now = 0;
    const all = new AgencyShares({ perSecond: 10, burst: 20, open: 15 }, () => now);
    return { take: (agency, weight) => all.take(agency, weight), pass: (ms) => void (now += ms) };
  };
  const waitOf = (take: () => unknown): string | undefined => {
    try {
      take();
      return undefined;
    } catch (error) {
      if (error instanceof TooManyRequests) return error.headers['Retry-After'];
      throw error;
    }
  };

  it('is a burst, and then a rate', () => {
    const { take, pass } = shares();
    take('A', 15)();
    take('A', 5)();
    expect(waitOf(() => take('A', 15))).toBe('2');
    pass(1_500);
    expect(waitOf(() => take('A', 15))).toBeUndefined();
  });

  it('does not grow beyond the burst', () => {
    const { take, pass } = shares();
    pass(3_600_000);
    take('A', 15)();
    take('A', 5)();
    expect(waitOf(() => take('A', 1))).toBe('1');
  });

  it('holds so many open commands, until they are answered', () => {
    const { take } = shares();
    const answered = take('A', 10);
    expect(waitOf(() => take('A', 6))).toBe('1');
    answered();
    expect(waitOf(() => take('A', 6))).toBeUndefined();
  });

  it('does not touch that of another', () => {
    const { take } = shares();
    take('A', 15);
    expect(waitOf(() => take('B', 15))).toBeUndefined();
  });

  it('is not used up by what is turned away', () => {
    const { take } = shares();
    for (let i = 0; i < 100; i++) expect(waitOf(() => take('A', 21))).toBeDefined();
    expect(waitOf(() => take('A', 15))).toBeUndefined();
  });
});
