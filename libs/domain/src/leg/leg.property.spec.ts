import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { leg } from './leg.js';
import type { LegCommand } from './leg.js';
import { accept, acknowledge, NOW, receive, reject, submit } from './leg.fixtures.js';

/** The part of vocabulary 2.3 that exists, written a second time and otherwise: which status follows a word, or null. */
function follows(status: string, word: string): string | null {
  if (word === 'SubmitReferral') return status === 'NONE' ? 'SUBMITTED' : null;
  const rank = ['NONE', 'SUBMITTED', 'RECEIVED', 'ACKNOWLEDGED'].indexOf(status);
  if (word === 'ReceiveReferral') return rank === 1 ? 'RECEIVED' : rank >= 2 ? status : null;
  if (word === 'AcknowledgeReferral') return rank >= 1 ? 'ACKNOWLEDGED' : null;
  if (word === 'AcceptReferral') return rank >= 2 || status === 'ACCEPTED' ? 'ACCEPTED' : null;
  return rank >= 2 || status === 'REJECTED' ? 'REJECTED' : null;
}

const words = fc.constantFrom<LegCommand>(submit(), receive(), acknowledge(), accept(), reject({ reason: 'STALE' }));

describe('any sequence of words about a leg', () => {
  it('goes where the independently written model says, and a word said twice yields nothing new', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (said) => {
        let state = leg.initialState();
        for (const word of said) {
          const expected = follows(state.referral.status, word.type);
          let events;
          try {
            events = leg.decide(word, state);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
            expect(expected).toBeNull();
            continue;
          }
          const changed = expected !== state.referral.status;
          expect(events.length > 0).toBe(changed);
          state = events.reduce((folded, event) => leg.evolve(folded, event, { at: NOW, synthetic: false }), state);
          expect(state.referral.status).toBe(expected);
          if (word.type !== 'SubmitReferral') expect(leg.decide(word, state)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
