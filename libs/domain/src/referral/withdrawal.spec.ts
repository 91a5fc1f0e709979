import { describe, it } from '@jest/globals';
import { given } from '../leg/leg.fixtures.js';
import { happened, inStatus } from './histories.fixtures.js';
import { ids, say } from './words.fixtures.js';

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
  it('goes on waiting while work rests and goes on', () =>
    given([...waiting, happened.suspended])
      .when(say('ConfirmWithdrawal'))
      .then([happened.letGo]));
  it('is declined by a report of outcomes: the proceedings continue', () => {
    given(waiting).when(say('ReportOutcome')).then([happened.kept, happened.reported]);
    given([...waiting, happened.kept, happened.reported])
      .when(say('ReportOutcome'))
      .then([happened.reported]);
  });
  it('is answered before the case is offered to another agency, or let to one that asked for it', () => {
    given(waiting).when(say('OfferHandover')).thenRefused('WITHDRAWAL_PENDING');
    given([...waiting, happened.transferAsked])
      .when(say('ApproveTransfer'))
      .thenRefused('WITHDRAWAL_PENDING');
    given([...waiting, happened.transferAsked, happened.kept])
      .when(say('ApproveTransfer'))
      .thenTypes('TransferApproved', 'HandoverOffered');
  });
  it('is not asked for while the case is on offer to another agency', () =>
    given([...inStatus.IN_PROGRESS, happened.offered])
      .when(say('RequestWithdrawal'))
      .thenRefused('ONWARD_OFFER_OPEN', { leg: ids.onward.routine }));
});

describe('a case that was asked back and offered, as earlier releases let it be', () => {
  const both = [...inStatus.IN_PROGRESS, happened.wantedBack, happened.offered];
  it('is not taken from the agency that it is offered to', () =>
    given(both).when(say('ConfirmWithdrawal')).thenRefused('ONWARD_OFFER_OPEN'));
  it('is said not to be let go when that agency has accepted', () =>
    given(both).when(say('CompleteHandover')).then([happened.kept, happened.handedOver]));
  it('hears of the same request and the same offer without news', () => {
    given(both).when(say('RequestWithdrawal')).thenNothing();
    given(both).when(say('OfferHandover')).thenNothing();
  });
});
