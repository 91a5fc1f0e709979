import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { DAY, NOW } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import { clockWalks, spoken } from './clock-walks.fixtures.js';
import { PaperClock } from './paper-clock.fixtures.js';
import { clock, lines, MINUTE, Told } from './said.fixtures.js';

/** Everything that is due, in as many commands as it takes. */
function lookedAt(told: Told, at: number): string[] {
  const said: string[] = [];
  for (let events = told.say(clock(at)); events.length > 0; events = told.say(clock(at))) said.push(...lines(events));
  return said;
}

describe('the clocks of a leg, whatever is said of it and however long the clock was away', () => {
  it('say what an officer with a paper and a watch would, each once and in order (vocabulary 1.3, 1.4 R1.4)', () => {
    let fired = 0;
    fc.assert(
      fc.property(clockWalks, ({ level, words: said }) => {
        const told = Told.sent(level);
        const paper = new PaperClock(level);
        let minute = 0;
        for (const { word, later } of said) {
          minute += later;
          const at = NOW + minute * MINUTE;
          const [command, note] = spoken(word, at, paper);
          if (word === 'look') {
            const lined = lookedAt(told, at);
            expect(lined).toEqual(paper.look(minute));
            fired += lined.length;
            expect(told.state.referral.status).toBe(paper.status);
            continue;
          }
          try {
            if (told.say(command).length > 0) note(minute);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(fired).toBeGreaterThan(1_000);
  });

  it('are due when they have something to say, and not a moment before; nothing is said twice', () => {
    fc.assert(
      fc.property(clockWalks, ({ level, words: said }) => {
        const told = Told.sent(level);
        const paper = new PaperClock(level);
        let at = NOW;
        for (const { word, later } of said) {
          at += later * MINUTE;
          try {
            told.say(spoken(word, at, paper)[0]);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          lookedAt(told, at);
          const due = leg.due(told.state);
          expect(leg.decide(clock(at), told.state)).toEqual([]);
          if (due === null) {
            expect(leg.decide(clock(at + 1_000 * DAY), told.state)).toEqual([]);
            continue;
          }
          expect(due.at).toBeGreaterThan(at);
          expect(leg.decide(clock(due.at - 1), told.state)).toEqual([]);
          expect(leg.decide(clock(due.at), told.state).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leave a state that is small and has one spelling, however often it was stored and read', () => {
    let largest = 0;
    fc.assert(
      fc.property(clockWalks, ({ level, words: said }) => {
        const told = Told.sent(level);
        const paper = new PaperClock(level);
        let stored = told.state;
        let at = NOW;
        for (const { word, later } of said) {
          at += later * MINUTE;
          const before = told.events.length;
          try {
            told.say(spoken(word, at, paper)[0]);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const person = word === 'look' ? null : 'p-1';
          for (const { event, id } of told.events.slice(before))
            stored = leg.evolve(JSON.parse(JSON.stringify(stored)) as typeof stored, event, {
              ...{ at, eventId: id, person, synthetic: false },
            });
          expect(JSON.stringify(stored)).toBe(JSON.stringify(told.state));
          largest = Math.max(largest, JSON.stringify(stored).length);
        }
      }),
      { numRuns: 100 },
    );
    expect(largest).toBeLessThan(2_048);
  });
});
