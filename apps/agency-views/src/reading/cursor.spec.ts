import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { referralId } from '../agency-views.fixtures.js';
import { formatListPlace, parseListPlace } from '../lists/list-place.js';
import { formatCursor, openCursor } from './cursor.js';

const invalid = expect.objectContaining({ code: 'CURSOR_INVALID', status: 400 });

describe('a cursor', () => {
  const scope = '["PH-WCPC","recipient",false]';
  const place = formatListPlace({ submittedAt: 1_795_507_200_000, id: referralId(1) });
  const token = formatCursor(place, scope);

  it('brings back the place that it was made for', () => {
    expect(parseListPlace(openCursor(token, scope))).toEqual({ submittedAt: 1_795_507_200_000, id: referralId(1) });
  });

  it('is refused when any of its characters was changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_=. '), (at, character) => {
        fc.pre(token[at] !== character);
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect(() => openCursor(changed, scope)).toThrow(invalid);
      }),
    );
  });

  it('is refused whatever else is sent', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(() => openCursor(text, scope)).toThrow(invalid)));
  });

  it.each(['["US-CLEAR","recipient",false]', '["PH-WCPC","recipient",true]', ''])(
    'is refused in another list: %s',
    (other) => {
      expect(() => openCursor(token, other)).toThrow(invalid);
    },
  );

  it.each(['', '12~', 'x~PH.1.2', '99999999999999~PH.1.0198c1f0-0000-7000-8000-000000000001', "1~' OR 1=1"])(
    'that was forged for a place that cannot be (%p) is refused',
    (forged) => {
      expect(() => parseListPlace(openCursor(formatCursor(forged, scope), scope))).toThrow(invalid);
    },
  );
});
