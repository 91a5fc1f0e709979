import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERY_STEPS } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { DAY, NOW } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegCommand } from '../leg/leg.js';
import { say } from '../referral/words.fixtures.js';
import { PaperClock } from './paper-clock.fixtures.js';
import { clock, lines, MINUTE, none, says, Told } from './said.fixtures.js';

type Word =
  | 'look'
  | 'acknowledge'
  | 'ask'
  | 'accept'
  | 'start'
  | 'suspend'
  | 'resume'
  | 'delay'
  | 'withdraw'
  | 'reject'
  | 'reopen'
  | 'raise'
  | 'lower'
  | 'call'
  | 'safeguard'
  | 'preserve'
  | 'answer'
  | 'receipt';

const words: Word[] = [
  ...(['look', 'look', 'look', 'look', 'acknowledge', 'ask', 'accept', 'start', 'suspend', 'resume', 'delay'] as const),
  ...(['withdraw', 'reject', 'reopen', 'raise', 'lower', 'call', 'safeguard', 'preserve', 'answer'] as const),
  ...(['receipt', 'receipt'] as const),
];

const walks = fc.record({
  level: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
  words: fc.array(
    fc.record({
      word: fc.constantFrom(...words),
      later: fc.constantFrom(0, 5, 10, 15, 30, 60, 180, 480, 1_440, 4_320, 14_400),
    }),
    { minLength: 5, maxLength: 18 },
  ),
});

const HOLD = 3 * DAY;

/** The word as it is said, and what the officer notes of it where it is taken. */
function spoken(word: Word, at: number, paper: PaperClock): [LegCommand, (minute: number) => void] {
  const acts = (status?: string) => (minute: number) => {
    paper.act(minute);
    if (status) paper.arrive(status);
  };
  const higher = paper.level === 'P1' || paper.level === 'P2' ? 'P1' : 'P2';
  switch (word) {
    case 'acknowledge':
      return [say('AcknowledgeReferral', { at }), acts('ACKNOWLEDGED')];
    case 'ask':
      return [say('RequestInformation', { at }), acts('INFO_REQUESTED')];
    case 'accept':
      return [say('AcceptReferral', { at }), acts('ACCEPTED')];
    case 'start':
      return [say('StartWork', { at }), acts('IN_PROGRESS')];
    case 'suspend':
      return [
        say('SuspendWork', { at, data: { reviewAt: at + HOLD } }),
        (minute) => {
          acts('ON_HOLD')(minute);
          paper.reviewAt = minute + HOLD / MINUTE;
        },
      ];
    case 'resume':
      return [say('ResumeWork', { at }), acts('IN_PROGRESS')];
    case 'delay':
      return [say('NotifyDelay', { at }), acts()];
    case 'withdraw':
      return [say('WithdrawReferral', { at }), () => paper.arrive('WITHDRAWN')];
    case 'reject':
      return [say('RejectReferral', { at }), acts('REJECTED')];
    case 'reopen':
      return [
        say('ReopenReferral', { at, by: 'US-CLEAR' }),
        (minute) => {
          paper.arrive('ACKNOWLEDGED');
          paper.revive(minute);
        },
      ];
    case 'raise':
      return [
        says('RaisePriority', { level: higher, reasons: ['LIVE_ABUSE'], ...none }, { by: 'US-CLEAR', at }),
        () => (paper.level = higher),
      ];
    case 'lower': {
      const below = paper.level === 'P2' ? 'P3' : 'P4';
      return [
        says(
          'LowerPriority',
          { level: below, reasons: ['NO_IDENTIFIERS'], lowering: 'WRONGLY_CLASSIFIED', ...none },
          { at },
        ),
        (minute) => {
          paper.act(minute);
          if (paper.level !== 'P1') paper.level = below;
        },
      ];
    }
    case 'call':
      return [
        says(
          'RecordVoiceContact',
          { at, to: { agency: 'PH-WCPC', role: 'POC_247', country: 'PH' }, result: 'REACHED', note: null },
          { by: 'US-CLEAR', at },
        ),
        () => (paper.voice = true),
      ];
    case 'safeguard':
      return [
        says(
          'NotifySafeguarding',
          { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH', service: null, note: null },
          { by: 'US-CLEAR', at },
        ),
        () => (paper.safeguarded = true),
      ];
    case 'preserve':
      return [
        says(
          'ReleasePreservation',
          { request: null, reason: 'NOTHING_TO_PRESERVE', note: null },
          { by: 'US-CLEAR', at },
        ),
        () => (paper.preserved = true),
      ];
    case 'answer':
      return [
        says('AnswerEscalation', { reply: 'TAKES_OVER', note: null }, { at }),
        (minute) => {
          paper.act(minute);
          paper.answer();
        },
      ];
    case 'receipt': {
      const milestone = 1 + (Math.floor((at - NOW) / MINUTE / 5) % 3);
      const step = DELIVERY_STEPS[milestone - 1] ?? 'RELAYED';
      return [say('AdvanceEvidence', { at, data: { reached: [{ step, agoMs: 0 }] } }), () => paper.arriveAt(milestone)];
    }
    case 'look':
      return [clock(at), () => undefined];
  }
}

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
      fc.property(walks, ({ level, words: said }) => {
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
      fc.property(walks, ({ level, words: said }) => {
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
      fc.property(walks, ({ level, words: said }) => {
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
