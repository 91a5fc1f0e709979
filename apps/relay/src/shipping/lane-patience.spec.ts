import { describe, expect, it } from '@jest/globals';
import { LanePatience } from './lane-patience.js';

describe('a lane whose request failed', () => {
  const patience = new LanePatience();
  it('is tried again at growing distances', () => {
    patience.failed(1, 0);
    expect([patience.mayTry(1, 99), patience.mayTry(1, 100)]).toEqual([false, true]);
    patience.failed(1, 100);
    expect([patience.mayTry(1, 299), patience.mayTry(1, 300)]).toEqual([false, true]);
  });

  it('is tried at least every ten seconds', () => {
    for (let count = 0; count < 50; count += 1) patience.failed(2, 0);
    expect(patience.mayTry(2, 10_000)).toBe(true);
  });

  it('is as any other once a request succeeded', () => {
    patience.succeeded(1);
    expect([patience.isSuspect(1), patience.mayTry(1, 0)]).toEqual([false, true]);
  });
});
