import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fairly } from './fairly.js';

const rowsOf = (lanes: readonly number[][]) =>
  lanes.flatMap((times, lane) => times.toSorted((a, b) => a - b).map((at, nth) => ({ lane, nth, at })));

describe('a page over several lanes', () => {
  it('takes a beginning of each lane, of none more than one row more than of another that has more', () => {
    const lanes = fc.array(fc.array(fc.nat(50), { maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(lanes, fc.integer({ min: 1, max: 12 }), (of, limit) => {
        const rows = rowsOf(of);
        const taken = fairly(rows, limit);
        expect(taken).toHaveLength(Math.min(limit, rows.length));
        const counts = of.map((times, lane) => {
          const nths = taken.filter((row) => row.lane === lane).map(({ nth }) => nth);
          expect(nths).toEqual(nths.map((_, index) => index));
          return { taken: nths.length, left: times.length - nths.length };
        });
        const most = Math.max(0, ...counts.map((each) => each.taken));
        for (const { taken: some, left } of counts) if (left > 0) expect(some).toBeGreaterThanOrEqual(most - 1);
      }),
    );
  });

  it('takes one by one in the order of time', () => {
    const rows = rowsOf([[3], [1], [2]]);
    expect(fairly(rows, 1).map(({ lane }) => lane)).toEqual([1]);
    expect(fairly(rows, 2).map(({ lane }) => lane)).toEqual([1, 2]);
  });
});
