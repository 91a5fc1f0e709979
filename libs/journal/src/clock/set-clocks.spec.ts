import { describe, expect, it } from '@jest/globals';
import type { Due } from '#libs/domain';
import type { Fold } from '../command.js';
import { movedClock } from './set-clocks.js';

const NOW = 1_000;
const at = (time: number, level: Due['level'] = 'P3'): Due => ({ at: time, level });
const fold = { due: (state: Due | null) => state } as Fold<Due | null>;
const moved = (before: Due | null, after: Due | null) => movedClock(fold, before, after, NOW);

describe('the clock of a state that an event made another one', () => {
  it('is left alone where it is due at the same time and level', () => {
    expect(moved(at(2_000), at(2_000))).toBeUndefined();
    expect(moved(null, null)).toBeUndefined();
  });
  it('is set where either is another, or there was none', () => {
    expect(moved(at(2_000), at(3_000))).toEqual(at(3_000));
    expect(moved(at(2_000), at(2_000, 'P1'))).toEqual(at(2_000, 'P1'));
    expect(moved(null, at(2_000))).toEqual(at(2_000));
  });
  it('is taken away where nothing is due any more', () => expect(moved(at(2_000), null)).toBeNull());
  it('is set anew where it is due at once again, so that it does not wait for its taker', () =>
    expect(moved(at(NOW), at(NOW))).toEqual(at(NOW)));
  it('is none of a fold that knows no time', () =>
    expect(movedClock({} as Fold<null>, null, null, NOW)).toBeUndefined());
});
