import fc from 'fast-check';
import { DELIVERY_STEPS } from '#libs/contracts';
import { DAY, NOW } from '../leg/leg.fixtures.js';
import type { LegCommand } from '../leg/leg.js';
import { say } from '../referral/words.fixtures.js';
import type { PaperClock } from './paper-clock.fixtures.js';
import { clock, MINUTE, none, says } from './said.fixtures.js';

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

/** A level, and words with the minutes that pass before each. */
export const clockWalks = fc.record({
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
export function spoken(word: Word, at: number, paper: PaperClock): [LegCommand, (minute: number) => void] {
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
