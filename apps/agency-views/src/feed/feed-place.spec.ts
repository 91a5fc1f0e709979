import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANE_COUNT } from '#libs/contracts';
import { formatPlace, parsePlace, placeOf } from './feed-place.js';

const lane = fc.nat(LANE_COUNT - 1);
const position = fc.integer({ min: 1, max: 2 ** 50 });
const lanePlace = fc
  .tuple(position, position)
  .map(([one, other]) => ({ position: Math.max(one, other), source: Math.min(one, other) }));
const places = fc
  .record({
    lanes: fc.uniqueArray(fc.tuple(lane, lanePlace), { selector: ([each]) => each }),
    owed: fc.uniqueArray(fc.record({ lane, position }), { selector: (each) => `${each.lane}/${each.position}` }),
  })
  .map(({ lanes, owed }) => {
    const begun = new Map(lanes);
    return placeOf(
      lanes,
      owed.filter((each) => each.position <= (begun.get(each.lane)?.position ?? 0)),
    );
  });

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

  it.each([
    ['history before what made it visible', '1:2.1', '1:2.3'],
    ['what was gone past', '1:2!1:2', '1:2!1:3'],
    ['what was gone past in a lane that was begun', '1:2!1:1', '2:2!1:1'],
    ['what is owed once', '1:2!1:1!1:2', '1:2!1:1!1:1'],
    ['positions that a number holds', '1:2gosa7pa2gv', '1:zzzzzzzzzzy'],
  ])('has %s', (_rule, sound, absurd) => {
    expect(formatPlace(parsePlace(sound))).toBe(sound);
    expect(() => parsePlace(absurd)).toThrow('CURSOR_INVALID');
  });
});
