import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignLanes } from './lane-assigner.js';

const lanesOf = (count: number): number[] => Array.from({ length: count }, (_, lane) => lane);

describe('dealing out lanes', () => {
  it('gives the same lane of all topics to one member, and every lane to somebody', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 64 }),
        (members, count) => {
          const assignment = assignLanes(
            members,
            new Map([
              ['a', lanesOf(count)],
              ['b', lanesOf(count).reverse()],
            ]),
          );
          const owned = members.map((member) => assignment[member]);
          for (const each of owned) expect(each?.a).toEqual(each?.b);
          expect(owned.flatMap((each) => each?.a ?? []).sort((a, b) => a - b)).toEqual(lanesOf(count));
        },
      ),
    ));

  it('does not depend on the order in which members are listed', () => {
    const topics = new Map([['a', lanesOf(8)]]);
    expect(assignLanes(['y', 'x'], topics)).toEqual(assignLanes(['x', 'y'], topics));
  });

  it('leaves a member without lanes when there are more members than lanes', () =>
    expect(assignLanes(['x', 'y'], new Map([['a', [0]]]))).toEqual({ x: { a: [0] }, y: {} }));
});
