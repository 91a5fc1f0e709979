import { describe, it } from '@jest/globals';
import { given } from '../leg/leg.fixtures.js';
import { happened, inStatus } from './histories.fixtures.js';
import { say } from './words.fixtures.js';

describe('withdrawal before acceptance (vocabulary 2.3)', () => {
  it('is the sender’s, with a reason', () => {
    given(inStatus.ACKNOWLEDGED).when(say('WithdrawReferral')).then([happened.withdrawn]);
    given(inStatus.ACKNOWLEDGED)
      .when(say('WithdrawReferral', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
    given(inStatus.ACKNOWLEDGED)
      .when(say('WithdrawReferral', { by: 'PH-WCPC' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
  });
});

describe('withdrawal after acceptance (I4, features B5)', () => {
  const waiting = [...inStatus.IN_PROGRESS, happened.wantedBack];
  it('is not the sender’s any more', () =>
    given(inStatus.ACCEPTED).when(say('WithdrawReferral')).thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
  it('is asked for, and the state stays', () => {
    given(inStatus.IN_PROGRESS).when(say('RequestWithdrawal')).then([happened.wantedBack]);
    given(waiting).when(say('RequestWithdrawal')).thenNothing();
    given(waiting)
      .when(say('RequestWithdrawal', { data: { reason: 'FACTS_DISPROVED' } }))
      .thenRefused('WITHDRAWAL_PENDING');
  });
  it('is confirmed by the receiver, who was asked', () => {
    given(waiting).when(say('ConfirmWithdrawal')).then([happened.letGo]);
    given(waiting)
      .when(say('ConfirmWithdrawal', { by: 'US-CLEAR' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
    given(inStatus.IN_PROGRESS).when(say('ConfirmWithdrawal')).thenRefused('WITHDRAWAL_NOT_PENDING');
  });
  it('is declined with a reason, after which it may be asked for again', () => {
    given(waiting).when(say('DeclineWithdrawal')).then([happened.kept]);
    given(waiting)
      .when(say('DeclineWithdrawal', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
    given([...waiting, happened.kept])
      .when(say('DeclineWithdrawal'))
      .thenRefused('WITHDRAWAL_NOT_PENDING');
    given([...waiting, happened.kept])
      .when(say('RequestWithdrawal'))
      .then([happened.wantedBack]);
  });
  it('goes on waiting while work rests and goes on, and is answered by an outcome', () => {
    given([...waiting, happened.suspended])
      .when(say('ConfirmWithdrawal'))
      .then([happened.letGo]);
    given([...waiting, happened.reported])
      .when(say('ConfirmWithdrawal'))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('does not take the case from an agency that it is offered to', () =>
    given([...waiting, happened.offered])
      .when(say('ConfirmWithdrawal'))
      .thenRefused('ONWARD_OFFER_OPEN'));
});
