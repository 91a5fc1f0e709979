import { describe, expect, it } from '@jest/globals';
import { RequestSize } from './request-size.js';

describe('how many records a request has', () => {
  it('is a quarter after one that was not confirmed, never less than one for each lane, and grows again', () => {
    const size = new RequestSize();
    const after = (step: 'failed' | 'confirmed'): number => {
      size[step]();
      return size.records;
    };
    expect(size.records).toBe(1_000);
    expect([after('failed'), after('failed'), after('failed')]).toEqual([250, 64, 64]);
    expect([1, 2, 3, 4, 5].map(() => after('confirmed'))).toEqual([128, 256, 512, 1_000, 1_000]);
  });
});
