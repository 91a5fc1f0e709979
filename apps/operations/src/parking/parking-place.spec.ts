import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatParkingCursor, parseParkingCursor } from './parking-place.js';

const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'));

describe('the cursor of a list of parked referrals', () => {
  it('leads back to its place', () => {
    fc.assert(
      fc.property(text, text, (consumer, key) => {
        expect(parseParkingCursor(formatParkingCursor({ consumer, key }))).toEqual({ consumer, key });
      }),
    );
  });

  it('is refused when nobody handed it out', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        expect(() => parseParkingCursor(cursor)).toThrow('QUERY_INVALID');
      }),
    );
  });
});
