import { describe, expect, it } from '@jest/globals';
import { DAY, folded, given, NOW, party } from '../leg/leg.fixtures.js';
import { leg } from '../leg/leg.js';
import type { LegEvent } from '../leg/leg.js';
import { dataOf, happened, inStatus } from './histories.fixtures.js';
import { ids, say, told } from './words.fixtures.js';

const { IN_PROGRESS: working, RECEIVED: received } = inStatus;

describe('a request for access by an agency that is no party (features B8)', () => {
  it('names a purpose and is kept until it is decided', () => {
    given(working).when(say('RequestAccess')).then([happened.accessAsked]);
    given([...working, happened.accessAsked])
      .when(say('RequestAccess'))
      .thenNothing();
  });
  it('is answered for a referral that does not exist as the door answers one that does', () =>
    given([]).when(say('RequestAccess')).thenRefused('REFERRAL_NOT_FOUND'));
  it('is no party’s to make', () => {
    given(working)
      .when(say('RequestAccess', { by: 'US-CLEAR' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
    given(working)
      .when(say('RequestAccess', { by: 'PH-WCPC' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
  });
  it('finds no referral when more requests wait than a leg can keep', () => {
    const many = Array.from({ length: 6 }, (_, n): LegEvent =>
      told('AccessRequested', {
        requester: { ...party('GB-NCP'), agency: `XX-${n}` },
        purpose: 'INVESTIGATE',
        extent: 'CASE',
        note: null,
      }),
    );
    given([...working, ...many])
      .when(say('RequestAccess'))
      .thenRefused('REFERRAL_NOT_FOUND');
  });
  it('is refused for its own words before anything is known of the case', () => {
    given([])
      .when(say('RequestAccess', { data: { purpose: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
    given(working)
      .when(say('RequestAccess', { data: { purpose: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
});

describe('a decision on access', () => {
  const waiting = [...working, happened.accessAsked];
  it('is the receiver’s: a person grants how much, and until when', () => {
    given(waiting).when(say('GrantAccess')).then([happened.granted]);
    given(waiting)
      .when(say('GrantAccess', { person: null }))
      .thenRefused('PERSON_REQUIRED');
    given(waiting)
      .when(say('GrantAccess', { by: 'US-CLEAR' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE');
  });
  it.each([NOW, NOW + 366 * DAY])('lapses by itself within a year (until %s)', (until) =>
    given(waiting)
      .when(say('GrantAccess', { data: { until } }))
      .thenRefused('TIME_ABSURD', { field: 'until' }),
  );
  it('is refused with a ground', () => {
    given(waiting).when(say('RefuseAccess')).then([happened.accessRefused]);
    given(waiting)
      .when(say('RefuseAccess', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('is about a request, and made once', () => {
    for (const word of ['GrantAccess', 'RefuseAccess'] as const) {
      given(working).when(say(word)).thenRefused('REQUEST_NOT_OPEN', { requester: 'GB-NCP' });
      given([...waiting, happened.granted])
        .when(say(word))
        .thenRefused('REQUEST_NOT_OPEN');
    }
  });
  it('is possible after the end, when most is known', () =>
    given([...inStatus.CLOSED, happened.accessAsked])
      .when(say('GrantAccess'))
      .then([happened.granted]));
});

describe('a transfer (features B7)', () => {
  const asked = (before: readonly LegEvent[]) => [...before, happened.transferAsked];
  const approval = told('TransferApproved', {
    by: 'PH-WCPC',
    requester: 'GB-NCP',
    leg: ids.onward.routine,
    note: null,
  });
  it('is asked for with a reason', () => given(working).when(say('RequestTransfer')).then([happened.transferAsked]));
  it('of accepted work is offered as a leg to who asked, and complete when that agency accepts', () => {
    const events = leg.decide(say('ApproveTransfer'), folded(asked(working)));
    expect(events[0]).toEqual(approval);
    expect(dataOf(events, 'HandoverOffered')).toMatchObject({ to: party('GB-NCP'), leg: ids.onward.routine, hop: 1 });
    given([...asked(working), ...events])
      .when(say('CompleteHandover'))
      .thenTypes('ReferralForwarded');
  });
  it('of a referral that is not accepted yet forwards it', () => {
    const events = leg.decide(say('ApproveTransfer'), folded(asked(received)));
    expect(events.map(({ type }) => type)).toEqual(['TransferApproved', 'ReferralForwarded']);
    given([...asked(received), ...events])
      .when(say('ApproveTransfer'))
      .thenNothing();
  });
  it('is also possible while work rests or has an outcome', () => {
    for (const status of ['ON_HOLD', 'OUTCOME_REPORTED'] as const)
      given(asked(inStatus[status])).when(say('ApproveTransfer')).thenTypes('TransferApproved', 'HandoverOffered');
  });
  it('is approved by a person, for an agency that asked, while no other has an offer', () => {
    given(asked(working))
      .when(say('ApproveTransfer', { person: null }))
      .thenRefused('PERSON_REQUIRED');
    given(working).when(say('ApproveTransfer')).thenRefused('REQUEST_NOT_OPEN', { requester: 'GB-NCP' });
    given([...asked(working), happened.offered])
      .when(say('ApproveTransfer'))
      .thenRefused('ONWARD_OFFER_OPEN');
  });
  it('is refused with a ground', () => {
    given(asked(working)).when(say('RefuseTransfer')).then([happened.transferRefused]);
    given(working).when(say('RefuseTransfer')).thenRefused('REQUEST_NOT_OPEN');
  });
});
