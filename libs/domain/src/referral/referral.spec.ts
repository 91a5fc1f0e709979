import { describe, expect, it } from '@jest/globals';
import type { EventData } from '#libs/contracts';
import {
  accept,
  acknowledge,
  acknowledged,
  accepted,
  folded,
  given,
  receive,
  received,
  reject,
  rejected,
  submit,
  submitted,
  prioritised,
} from '../leg/leg.fixtures.js';
import { happened } from './histories.fixtures.js';

describe('a referral that does not exist yet', () => {
  it('is submitted with its priority in one breath', () =>
    given([])
      .when(submit())
      .then([submitted(), prioritised('P3')]));
  it('is not sent to its sender', () =>
    given([])
      .when(submit({ to: 'US-CLEAR' }))
      .thenRefused('RECIPIENT_IS_SENDER'));
  it('has no incident in the future', () =>
    given([])
      .when(submit({ occurredAt: 'tomorrow' }))
      .thenRefused('INCIDENT_TIME_ABSURD'));
  it('has no incident before 1970', () =>
    given([])
      .when(submit({ occurredAt: 'long ago' }))
      .thenRefused('INCIDENT_TIME_ABSURD'));
  it('names a reason for its priority (vocabulary 1.4 R1.1)', () =>
    given([])
      .when(submit({ reasons: [] }))
      .thenRefused('PRIORITY_REASON_REQUIRED'));
  it('is unknown to everybody', () => given([]).when(receive()).thenRefused('REFERRAL_NOT_FOUND'));
});

describe('a submitted referral', () => {
  const before = [submitted(), prioritised('P3')];
  it('is received by the addressed system', () => given(before).when(receive()).then([received()]));
  it('is acknowledged without having been received, which that implies', () =>
    given(before).when(acknowledge()).then([acknowledged()]));
  it('is acknowledged by a named person only (vocabulary 2.2)', () =>
    given(before)
      .when(acknowledge({ person: null }))
      .thenRefused('PERSON_REQUIRED'));
  it('is not accepted before it was received (vocabulary 2.3)', () =>
    given(before).when(accept()).thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
  it('is not submitted twice', () => given(before).when(submit()).thenRefused('REFERRAL_EXISTS'));
  it('is not received by its sender', () =>
    given(before)
      .when(receive({ by: 'US-CLEAR' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE'));
  it('does not exist for anybody else', () =>
    given(before)
      .when(receive({ by: 'GB-NCP' }))
      .thenRefused('REFERRAL_NOT_FOUND'));
});

describe('a received referral', () => {
  const before = [submitted(), prioritised('P3'), received()];
  it('is received again without a new event', () => given(before).when(receive()).then([]));
  it('is acknowledged', () => given(before).when(acknowledge()).then([acknowledged()]));
  it('is accepted in full', () =>
    given(before)
      .when(accept())
      .then([accepted('FULL', null)]));
  it('is accepted in part with a reason (I3)', () =>
    given(before)
      .when(accept({ scope: 'PARTIAL', reason: 'NOT_COMPETENT_SUBJECT' }))
      .then([accepted('PARTIAL', 'NOT_COMPETENT_SUBJECT')]));
  it.each(['PARTIAL', 'CONDITIONAL'] as const)('is not accepted as %s without a reason (I3)', (scope) =>
    given(before).when(accept({ scope })).thenRefused('REASON_REQUIRED'),
  );
  it('is not accepted in full with a reason', () =>
    given(before)
      .when(accept({ reason: 'STALE' }))
      .thenRefused('REASON_NOT_APPLICABLE'));
  it('is rejected with a note beside the ground, which is never text and never stands for it (vocabulary 2.4 I3)', () => {
    const noted = { reason: 'DATA_NOT_HELD' as const, note: 'NOTE-118402' };
    given(before)
      .when(reject(noted))
      .then([rejected(noted)]);
    given(before)
      .when(reject({ ...noted, note: 'nothing is held of this account' }))
      .thenRefused('NOTE_MALFORMED', { field: 'note' });
    given(before)
      .when(reject({ ...noted, reason: 'UNKNOWN' }))
      .thenRefused('REASON_UNKNOWN');
  });
  it('is rejected with a coded ground (I3)', () =>
    given(before)
      .when(reject({ reason: 'DATA_NOT_HELD' }))
      .then([rejected({ reason: 'DATA_NOT_HELD' })]));
  it.each(['NOT_COMPETENT_TERRITORY', 'NO_LEGAL_BASIS', 'POLITICAL_OFFENCE'] as const)(
    'is not rejected for %s unless taking it on in part was considered (vocabulary 2.5)',
    (reason) => given(before).when(reject({ reason })).thenRefused('PARTIAL_NOT_CONSIDERED'),
  );
  it('names who is competent when it was sent to the wrong recipient', () =>
    given(before)
      .when(reject({ reason: 'WRONG_RECIPIENT', partialConsidered: true }))
      .thenRefused('SUGGESTION_REQUIRED'));
  it('names the referral that it repeats', () =>
    given(before)
      .when(reject({ reason: 'DUPLICATE' }))
      .thenRefused('DUPLICATE_LINK_REQUIRED'));
  it('is rejected for capacity when it is not urgent', () =>
    given(before)
      .when(reject({ reason: 'CAPACITY' }))
      .then([rejected({ reason: 'CAPACITY' })]));
  it.each(['P1', 'P2'] as const)('of %s is never rejected for capacity or missing information (R1.5)', (level) => {
    const urgent = [submitted(), prioritised(level), received()];
    given(urgent)
      .when(reject({ reason: 'CAPACITY' }))
      .thenRefused('PRIORITY_FORBIDS_REASON');
    given(urgent)
      .when(reject({ reason: 'INSUFFICIENT_INFO' }))
      .thenRefused('PRIORITY_FORBIDS_REASON');
  });
});

describe('an acceptance on conditions (vocabulary 2.4 I3, 2.5 27(6), 4.3)', () => {
  const before = [submitted(), prioritised('P3'), received()];
  const [scope, reason] = ['CONDITIONAL', 'HARMS_INVESTIGATION'] as const;
  const conditions: EventData<'ReferralAccepted'>['conditions'] = ['CONSULT_BEFORE_ACTION', 'NO_CONTACT_SUSPECT'];
  const taken = [...before, accepted(scope, reason, { conditions })];

  it('names the ground and each condition, and may have a note', () => {
    given(before)
      .when(accept({ scope, reason, conditions }))
      .then([accepted(scope, reason, { conditions })]);
    given(before)
      .when(accept({ scope, reason, conditions, note: 'NOTE-118402' }))
      .then([accepted(scope, reason, { conditions, note: 'NOTE-118402' })]);
  });
  it.each([null, []])('does not leave the conditions to a note: %j', (none) =>
    given(before)
      .when(accept({ scope, reason, conditions: none, note: 'NOTE-118402' }))
      .thenRefused('CONDITION_REQUIRED', { scope }),
  );
  it('has a ground beside its conditions', () =>
    given(before).when(accept({ scope, conditions })).thenRefused('REASON_REQUIRED'));
  it('knows each condition: another than those of the list is none', () =>
    given(before)
      .when(accept({ scope, reason, conditions: ['LE_ONLY', 'UNKNOWN'] }))
      .thenRefused('CODE_UNKNOWN', { field: 'conditions' }));
  it.each([
    ['FULL', null],
    ['PARTIAL', 'CAPACITY'],
  ] as const)('is none where it is accepted as %s', (other, ground) => {
    given(before)
      .when(accept({ scope: other, reason: ground, conditions }))
      .thenRefused('CONDITION_NOT_APPLICABLE', { scope: other });
    given(before)
      .when(accept({ scope: other, reason: ground, note: 'NOTE-118402' }))
      .then([accepted(other, ground, { note: 'NOTE-118402' })]);
  });
  it('has a note that is never text', () =>
    given(before)
      .when(accept({ scope, reason, conditions, note: 'ask us first, please' }))
      .thenRefused('NOTE_MALFORMED', { field: 'note' }));
  it('says nothing new on the same conditions, in whatever order', () => {
    given(taken)
      .when(accept({ scope, reason, conditions: conditions.toReversed() }))
      .thenNothing();
    given(taken)
      .when(accept({ scope, reason, conditions: ['CONSULT_BEFORE_ACTION'] }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('is left behind when the referral is to be decided anew', () => {
    const again = [...taken, happened.started, happened.reported, happened.closed, happened.reopened];
    expect(folded(taken).referral).toMatchObject({ conditions });
    expect(folded(again).referral).not.toHaveProperty('conditions');
    given(again).when(accept()).then([accepted()]);
  });
});

describe('a decided referral', () => {
  const taken = [submitted(), prioritised('P3'), received(), accepted('FULL', null)];
  const refused = [submitted(), prioritised('P3'), received(), rejected({ reason: 'STALE' })];
  it('is accepted again in the same words without a new event', () => given(taken).when(accept()).then([]));
  it('is not accepted in other words', () =>
    given(taken)
      .when(accept({ scope: 'PARTIAL', reason: 'STALE' }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
  it('is not rejected once accepted', () =>
    given(taken)
      .when(reject({ reason: 'STALE' }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
  it('is rejected again in the same words without a new event', () =>
    given(refused)
      .when(reject({ reason: 'STALE' }))
      .then([]));
  it('is not accepted once rejected', () => given(refused).when(accept()).thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
});
