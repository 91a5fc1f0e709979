import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatPlace, parsePlace, type Place } from './place.js';

const zeros = '0'.repeat(64);

describe('the place of an event', () => {
  it('has the released spelling', () =>
    expect(formatPlace({ lane: 17, position: 42, after: [41, 0, 0, 7], previous: Buffer.alloc(32, 0xab) })).toBe(
      `17/42/41,0,0,7/${'ab'.repeat(32)}`,
    ));

  it('is read back as it was written', () =>
    fc.assert(
      fc.property(places, (place) => {
        expect(parsePlace(formatPlace(place))).toEqual(place);
      }),
    ));

  it.each([
    ['a leading zero', `07/1//${zeros}`],
    ['position 0', `7/0//${zeros}`],
    ['a sign', `7/+1//${zeros}`],
    ['a space', `7/1// ${zeros}`],
    ['a fraction', `7/1.0//${zeros}`],
    ['a number beyond 2^53', `7/9007199254740993//${zeros}`],
    ['an empty entry', `7/1/1,,2/${zeros}`],
    ['upper-case hex', `7/1//${'AB'.repeat(32)}`],
    ['a short leaf', `7/1//${zeros.slice(2)}`],
    ['a line break', `7/1//${zeros}\n`],
    ['nothing', ''],
  ])('with %s is refused', (_, text) => expect(parsePlace(text)).toBeNull());
});

const places: fc.Arbitrary<Place> = fc.record({
  lane: fc.nat({ max: 65_535 }),
  position: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  after: fc.array(fc.maxSafeNat(), { maxLength: 8 }),
  previous: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
});
