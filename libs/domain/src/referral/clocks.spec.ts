import { describe, expect, it } from '@jest/globals';
import type { Priority } from '#libs/contracts';
import { TransientError } from '#libs/kernel';
import { DAY, folded, given, NOW, prioritised, submitted } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegEvent } from '../leg/leg.js';
import { clocksOf } from './clocks.js';
import { happened, inStatus } from './histories.fixtures.js';
import { firstRulebook, rulebookOf } from './rules.js';
import { firstRules, say, told } from './words.fixtures.js';

const sent = (level: Priority): LegEvent[] => [submitted(), prioritised(level)];
const expires = (at: number) => say('ExpireReferral', { at });

describe('expiry (vocabulary 2.3)', () => {
  it.each([
    ['P3', 14],
    ['P4', 30],
  ] as const)('of %s comes after %i days without an act of the receiver, and not a moment before', (level, days) => {
    given(sent(level))
      .when(expires(NOW + days * DAY - 1))
      .thenNothing();
    given(sent(level))
      .when(expires(NOW + days * DAY))
      .then([
        told('ReferralExpired', {
          priority: level,
          silentSince: NOW,
          dueAt: NOW + days * DAY,
          rules: firstRules,
        }),
      ]);
  });
  it.each(['P1', 'P2'] as const)('never comes for %s', (level) => {
    given(sent(level))
      .when(expires(NOW + 1000 * DAY))
      .thenNothing();
    expect(clocksOf(folded(sent(level)).referral, level, firstRulebook).expiry).toBeNull();
  });
  it('counts from the last act of the receiver, whatever the sender did since', () => {
    const later = folded([happened.received], { at: NOW + 10 * DAY, from: folded(sent('P3')) });
    const added = folded([happened.supplemented], { at: NOW + 20 * DAY, from: later });
    given([], added)
      .when(expires(NOW + 24 * DAY - 1))
      .thenNothing();
    given([], added)
      .when(expires(NOW + 24 * DAY))
      .thenTypes('ReferralExpired');
  });
  it('counts from what the receiver said of the priority too', () => {
    const graded: LegEvent = {
      type: 'PrioritySet',
      data: {
        side: 'RECEIVER',
        by: 'PH-WCPC',
        level: 'P3',
        reasons: ['IDENTIFIED_SUSPECT'],
        rules: 'priority/1',
        riskAssessment: null,
        externalPriority: null,
      },
    };
    given([], folded([graded], { at: NOW + 10 * DAY, from: folded(sent('P3')) }))
      .when(expires(NOW + 24 * DAY - 1))
      .thenNothing();
  });
  it('comes also while information is asked for', () =>
    given(inStatus.INFO_REQUESTED)
      .when(expires(NOW + 14 * DAY))
      .thenTypes('ReferralExpired'));
  it.each(['ACKNOWLEDGED', 'ACCEPTED', 'ON_HOLD', 'CLOSED', 'EXPIRED', 'WITHDRAWN'] as const)(
    'does no harm when its clock comes late, to a leg that is %s',
    (status) =>
      given(inStatus[status])
        .when(expires(NOW + 100 * DAY))
        .thenNothing(),
  );
  it('is the clock’s to say', () =>
    given(sent('P3'))
      .when(say('ExpireReferral', { by: 'US-CLEAR', at: NOW + 100 * DAY }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE'));
});

describe('the times of a leg', () => {
  const clocks = (events: readonly LegEvent[]) => clocksOf(folded(events).referral, 'P3', firstRulebook);
  it('warn at half of the time', () =>
    expect(clocks(sent('P3'))).toEqual({
      expiry: { warnAt: NOW + 7 * DAY, dueAt: NOW + 14 * DAY },
      closableFrom: null,
      reviewAt: null,
    }));
  it('say when work that rests is to be looked at, and when the sender may close', () => {
    expect(clocks(inStatus.ON_HOLD)).toEqual({ expiry: null, closableFrom: null, reviewAt: NOW + 200 * DAY });
    expect(clocks(inStatus.OUTCOME_REPORTED).closableFrom).toBe(NOW + 30 * DAY);
    expect(clocks([])).toEqual({ expiry: null, closableFrom: null, reviewAt: null });
  });
});

describe('rules (scenario 16)', () => {
  const first = firstRulebook.version(1);
  const second = { ...first, version: 2, expiryDays: { P3: 7, P4: 7 } };
  const book = rulebookOf([
    { from: 0, rules: first },
    { from: NOW, rules: second },
  ]);
  it('are those that were in force when the leg was submitted, and the event says which', () => {
    const before = leg.decide(say('SubmitReferral', { at: NOW - 1 }), leg.initialState(), book);
    const after = leg.decide(say('SubmitReferral', { at: NOW }), leg.initialState(), book);
    expect([before, after].map(([event]) => (event?.data as { rules: object }).rules)).toEqual([
      { set: 'referral', version: 1 },
      { set: 'referral', version: 2 },
    ]);
    const eighthDay = expires(NOW + 8 * DAY);
    expect(leg.decide(eighthDay, folded(before, { at: NOW - 1 }), book)).toEqual([]);
    expect(leg.decide(eighthDay, folded(after), book)).toHaveLength(1);
  });
  it('that this process does not have refuse the command for now', () => {
    const ofTwo = folded(leg.decide(say('SubmitReferral'), leg.initialState(), book));
    expect(() => leg.decide(expires(NOW + 8 * DAY), ofTwo)).toThrow(new TransientError('RULES_UNKNOWN', 503, 30));
  });
});
