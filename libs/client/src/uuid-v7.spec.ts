import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { uuidV7 } from './uuid-v7.js';

describe('a key that the client makes', () => {
  it('is a UUIDv7 with the time at which it was made, and never the same', () => {
    const before = Date.now();
    const made = Array.from({ length: 1_000 }, uuidV7);
    const after = Date.now();
    expect(new Set(made).size).toBe(made.length);
    for (const key of made) {
      expect([validate(key), version(key)]).toEqual([true, 7]);
      const at = Number.parseInt(key.replace('-', '').slice(0, 12), 16);
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(after);
    }
  });
});
