import { describe, it } from '@jest/globals';
import { DAY, given, NOW } from '../leg/leg.fixtures.js';
import { happened, inStatus } from './histories.fixtures.js';
import { say } from './words.fixtures.js';

describe('work on an accepted referral (vocabulary 2.3)', () => {
  it('is begun once', () => {
    given(inStatus.ACCEPTED).when(say('StartWork')).then([happened.started]);
    given(inStatus.IN_PROGRESS).when(say('StartWork')).thenNothing();
  });
  it('rests with a reason and a date of review (I3), by the rules that the leg was submitted under', () =>
    given(inStatus.IN_PROGRESS).when(say('SuspendWork')).then([happened.suspended]));
  it('does not rest without either', () => {
    given(inStatus.IN_PROGRESS)
      .when(say('SuspendWork', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN', { field: 'reason' });
    for (const reviewAt of [NOW, NOW - DAY, NOW + 366 * DAY])
      given(inStatus.IN_PROGRESS)
        .when(say('SuspendWork', { data: { reviewAt } }))
        .thenRefused('TIME_ABSURD', { field: 'reviewAt' });
  });
  it('rests again in the same words without a new event, and in other words not without going on first', () => {
    given(inStatus.ON_HOLD).when(say('SuspendWork')).thenNothing();
    given(inStatus.ON_HOLD)
      .when(say('SuspendWork', { data: { reason: 'AWAIT_INFO' } }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('goes on', () => {
    given(inStatus.ON_HOLD).when(say('ResumeWork')).then([happened.resumed]);
    given(inStatus.IN_PROGRESS).when(say('ResumeWork')).thenNothing();
  });
});

describe('a warning of delay (vocabulary 2.5, 27(7))', () => {
  it('has a reason and may be repeated', () => {
    given(inStatus.ACCEPTED).when(say('NotifyDelay')).then([happened.delayed]);
    given([...inStatus.ACCEPTED, happened.delayed])
      .when(say('NotifyDelay'))
      .then([happened.delayed]);
    given(inStatus.ACCEPTED)
      .when(say('NotifyDelay', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('expects to act later, not earlier', () =>
    given(inStatus.ACCEPTED)
      .when(say('NotifyDelay', { data: { until: NOW - 1 } }))
      .thenRefused('TIME_ABSURD', { field: 'until' }));
});
