import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANE_COUNT } from '#libs/contracts';
import { formatPlace, parsePlace, placeOf } from './feed-place.js';

const lane = fc.nat(LANE_COUNT - 1);
const position = fc.integer({ min: 1, max: 2 ** 50 });
const places = fc
  .record({
    lanes: fc.uniqueArray(fc.tuple(lane, fc.record({ position, source: position })), { selector: ([each]) => each }),
    owed: fc.uniqueArray(fc.record({ lane, position }), { selector: (each) => `${each.lane}/${each.position}` }),
  })
  .map(({ lanes, owed }) => placeOf(lanes, owed));

describe('a place in a feed', () => {
  it('comes back from its text as it was', () => {
    fc.assert(fc.property(places, (place) => expect(parsePlace(formatPlace(place))).toEqual(place)));
  });

  it('is short for an agency of all lanes', () => {
    const lanes = Array.from({ length: LANE_COUNT }, (_, each) => [each, { position: 1e7, source: 1e7 }] as const);
    expect(formatPlace(placeOf(lanes, [])).length).toBeLessThan(600);
  });

  it.each(['x', '1', '1:', '1:0', '01:1', '1:2.2', '2:1,1:1', '1:1,1:2', '1s:1', '!2:1!1:1', '1:1 ', '1:1!', '1:1,'])(
    'is not read from %j',
    (text) => expect(() => parsePlace(text)).toThrow('CURSOR_INVALID'),
  );
});
