import { describe, expect, it } from '@jest/globals';
import { type SubmittedStatus, transitionOf } from '#libs/domain';
import fc from 'fast-check';
import { reactionsTo } from './decisions.js';
import { Prng } from './prng.js';

const NOW = 1_795_507_200_000;

describe('what a recipient says of a referral', () => {
  it('may be said where it is said, but for what is said there on purpose', () =>
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('P1', 'P2', 'P3', 'P4', null), (seed, priority) => {
        let status: SubmittedStatus = 'SUBMITTED';
        for (const { command, illegal = false } of reactionsTo(new Prng(seed), priority, NOW)) {
          const move = transitionOf(command).moves.find(({ from }) => from.includes(status));
          expect(move === undefined).toBe(illegal);
          if (move && move.to !== 'STAYS') status = move.to;
        }
      }),
    ));
});
