import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { arrivalOf, transitionOf } from '../referral/transitions/transitions.js';
import { REFERRAL_STATUSES } from '../referral/transitions/transition.js';
import { leg } from './leg.js';
import type { Leg } from './leg.js';
import { eventId } from './leg.fixtures.js';
import { PaperReferral } from './paper-model.fixtures.js';
import { endings, names, walk, walks } from './walks.fixtures.js';

describe('any sequence of words about a leg', () => {
  it.each([
    ['goes where the independently written model says (vocabulary 2.3, 2.4)', walks, 3000],
    ['ends as that model says, and owes what it says (vocabulary 2.4 I4, 2.5 24(6))', endings, 1500],
  ])('%s', (_, ways, numRuns) => {
    fc.assert(
      fc.property(ways, (told) => {
        const paper = new PaperReferral(told.priority, told.link);
        let count = 0;
        walk(told, ({ word, events, state }) => {
          const answer = events instanceof DomainError ? 'no' : events.length === 0 ? 'silent' : 'event';
          const code = events instanceof DomainError ? events.code : '';
          expect([word.what, code, paper.hear(word, count + 1)]).toEqual([word.what, code, answer]);
          if (!(events instanceof DomainError)) count += events.length;
          expect(state.referral.status).toBe(paper.status === '-' ? 'NONE' : paper.status);
        });
      }),
      { numRuns },
    );
  });

  it('comes to every state and has an event of every word', () => {
    const reached = new Set<string>();
    const heard = new Set<string>();
    fc.assert(
      fc.property(walks, (told) => {
        walk(told, ({ word, events, state }) => {
          reached.add(state.referral.status);
          if (!(events instanceof DomainError) && events.length > 0) heard.add(word.what);
        });
      }),
      { numRuns: 4000, seed: 20261128 },
    );
    expect([...reached].sort()).toEqual(['NONE', ...REFERRAL_STATUSES].sort());
    expect([...heard].sort()).toEqual([...names].sort());
  });

  it('has the events that the table names, and goes where the table says', () => {
    fc.assert(
      fc.property(walks, (told) => {
        walk(told, ({ word, events, before, state }) => {
          if (events instanceof DomainError || events.length === 0) return;
          const move = transitionOf(word.what).moves.find(({ from }) => from.includes(before.referral.status));
          const answers = isWantedBack(before) && move?.answers ? [move.answers] : [];
          expect(events.map(({ type }) => type).sort()).toEqual(
            [move?.event, ...(move?.with ?? []), ...answers].sort(),
          );
          const arrivals = events.map(arrivalOf).filter((arrival) => arrival !== null);
          expect(arrivals).toEqual(move?.to === 'STAYS' ? [] : [move?.to]);
          if (move?.to === 'STAYS') expect(state.referral.status).toBe(before.referral.status);
        });
      }),
    );
  });

  it('leaves no request to have the case back without an answer, unless the whole leg was entered in error (I4)', () => {
    fc.assert(
      fc.property(fc.oneof(walks, endings), (told) => {
        walk(told, ({ events, before, state }) => {
          if (events instanceof DomainError || !isWantedBack(before)) return;
          const answered = events.some(({ type }) => type === 'WithdrawalConfirmed' || type === 'WithdrawalDeclined');
          const isVoid = state.referral.status === 'ENTERED_IN_ERROR';
          expect([isWantedBack(state), answered, isVoid].filter(Boolean)).toEqual([true]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never has a case on offer that its sender asks back', () => {
    fc.assert(
      fc.property(fc.oneof(walks, endings), (told) => {
        walk(told, ({ state: { referral } }) => {
          if (referral.status !== 'NONE')
            expect(Boolean(referral.withdrawal) && referral.onward?.offered).not.toBe(true);
        });
      }),
    );
  });

  it('tells who is no party nothing but that there is no such referral (design 5)', () => {
    fc.assert(
      fc.property(walks, (told) => {
        walk(told, ({ word, events, before }) => {
          const aboutSubmitting = word.what === 'SubmitReferral' || word.what === 'RequestRelease';
          if (word.who !== 'third' || before.referral.status === 'NONE' || aboutSubmitting) return;
          if (events instanceof DomainError) expect([events.code, events.status]).toEqual(['REFERRAL_NOT_FOUND', 404]);
          else expect(['RequestAccess', 'RequestTransfer']).toContain(word.what);
        });
      }),
    );
  });

  it('leaves a state that is small and has one spelling, however often it was stored and read', () => {
    let largest = 0;
    fc.assert(
      fc.property(walks, (told) => {
        let stored = textOf(leg.initialState());
        let count = 0;
        walk(told, ({ word, command, events, state }) => {
          if (events instanceof DomainError || events.length === 0) return;
          const { person } = command.meta.actor;
          const next = events.reduce(
            (folded, event) =>
              leg.evolve(folded, event, { at: word.now, eventId: eventId(++count), person, synthetic: false }),
            JSON.parse(stored) as Leg,
          );
          stored = textOf(next);
          expect(stored).toBe(textOf(state));
          largest = Math.max(largest, Buffer.byteLength(stored));
        });
      }),
    );
    expect(largest).toBeLessThan(1536);
  });
});

const isWantedBack = ({ referral }: Leg): boolean => referral.status !== 'NONE' && referral.withdrawal !== undefined;
const textOf = (state: Leg): string => JSON.stringify(state);
