import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HmacKey } from './hmac.js';

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));

describe('a prepared key', () => {
  it('gives the HMAC of RFC 2104, time after time, whatever the lengths', () =>
    fc.assert(
      fc.property(bytes, fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 600 }), bytes)), (key, messages) => {
        const prepared = new HmacKey(key);
        for (const [text, rest] of messages) {
          const expected = createHmac('sha256', key).update(text, 'utf8').update(rest).digest('hex');
          expect(prepared.hex(text, rest)).toBe(expected);
        }
      }),
    ));
});
