import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foundBus, recorded, suspended } from './membership.fixtures.js';
import { inOrder } from './topic-source.js';

const log = recorded([...foundBus(), suspended]);
const positions = (events: readonly { meta: { position: number } }[]): number[] =>
  events.map(({ meta }) => meta.position);

describe('what a topic says of membership', () => {
  it('is believed once and in order, however often and in whatever order its records come', () => {
    const some = fc.shuffledSubarray(log, { minLength: log.length });
    fc.assert(
      fc.property(some, fc.array(fc.constantFrom(...log)), fc.nat(log.length), (all, again, known) => {
        const { next, gap } = inOrder([...all, ...again], 2 * known);
        expect([positions(next), gap]).toEqual([positions(log).slice(known), false]);
      }),
    );
  });

  it('is not believed beyond a gap', () => {
    fc.assert(
      fc.property(fc.nat(log.length - 2), (missing) => {
        const { next, gap } = inOrder(log.toSpliced(missing, 1), 0);
        expect([positions(next), gap]).toEqual([positions(log).slice(0, missing), true]);
      }),
    );
  });
});
