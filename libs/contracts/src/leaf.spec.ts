import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { leafOf } from './leaf.js';

describe('a leaf', () => {
  const fingerprint = Buffer.alloc(32, 7);

  it.each([0, 1, 600, 16_350, 16_351, 2_000_000])(
    'of %d bytes is over format, fingerprint and all of them',
    (length) => {
      for (const fill of [1, 2]) {
        const bytes = Buffer.alloc(length, fill);
        const expected = createHash('sha256').update(Buffer.of(0x00, 0x01)).update(fingerprint).update(bytes).digest();
        expect(leafOf(fingerprint, bytes)).toEqual(expected);
      }
    },
  );
});
