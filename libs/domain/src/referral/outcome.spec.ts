import { describe, it } from '@jest/globals';
import { DAY, eventId, given, NOW, prioritised, submitted } from '../leg/leg.fixtures.js';
import type { LegEvent } from '../leg/leg.js';
import { happened, inStatus } from './histories.fixtures.js';
import { firstRules, ids, outcome, say, TODAY, told } from './words.fixtures.js';

const { IN_PROGRESS: working, OUTCOME_REPORTED: reported } = inStatus;

const many = (count: number): LegEvent[] => Array.from({ length: count }, () => happened.reported);

describe('an outcome (vocabulary 2.6)', () => {
  it('has a date and an accuracy mark, and several may apply', () => {
    const outcomes = [outcome('CHILD_SAFEGUARDED'), outcome('CHARGED')];
    given(working)
      .when(say('ReportOutcome', { data: { outcomes } }))
      .then([
        told('OutcomeReported', { by: 'PH-WCPC', outcomes, extraditionFlag: null, note: null, obligation: null }),
      ]);
  });
  it('is at least one, known, and no news from the future', () => {
    const refusals: [object, string][] = [
      [{ outcomes: [] }, 'CODE_REQUIRED'],
      [{ outcomes: [outcome('UNKNOWN')] }, 'CODE_UNKNOWN'],
      [{ outcomes: [{ ...outcome('CHARGED'), accuracy: 'UNKNOWN' }] }, 'CODE_UNKNOWN'],
      [{ outcomes: [{ ...outcome('CHARGED'), on: TODAY + 2 }] }, 'TIME_ABSURD'],
      [{ outcomes: [{ ...outcome('CHARGED'), on: -1 }] }, 'TIME_ABSURD'],
    ];
    for (const [data, code] of refusals) given(working).when(say('ReportOutcome', { data })).thenRefused(code);
  });
  it('may be reported again, however often: the oldest can no longer be corrected then', () => {
    given(reported).when(say('ReportOutcome')).thenTypes('OutcomeReported');
    const taking = (n: number) => say('EnterPartInError', { data: { part: eventId(n) } });
    /** Events 6 to 13 are the outcomes. */
    const full = [...working, ...many(8)];
    given(full).when(taking(6)).thenTypes('EnteredInError');
    given(full).when(say('ReportOutcome')).thenTypes('OutcomeReported');
    given([...full, happened.reported])
      .when(taking(6))
      .thenRefused('PART_NOT_FOUND');
    given([...full, happened.reported])
      .when(taking(7))
      .thenTypes('EnteredInError');
  });
  it('closes a leg that was reopened, whatever had been reported before', () => {
    const again = [...working, ...many(8), happened.closed, happened.reopened, happened.accepted];
    given(again).when(say('ReportOutcome')).thenTypes('OutcomeReported');
    given([...again, happened.reported])
      .when(say('CloseReferral'))
      .thenTypes('ReferralClosed');
  });
});

describe('closing', () => {
  it('needs an outcome (vocabulary 2.3)', () =>
    given(working).when(say('CloseReferral')).thenRefused('REFERRAL_TRANSITION_ILLEGAL'));
  it('needs an outcome that stands: one that was entered in error is none', () => {
    const taken = told('EnteredInError', {
      by: 'PH-WCPC',
      part: eventId(6),
      reason: 'WRONG_CASE',
      carried: null,
      note: null,
    });
    given([...reported, taken])
      .when(say('CloseReferral'))
      .thenRefused('OUTCOME_REQUIRED');
  });
  it('is not justified by the victim’s withdrawal alone (I5)', () => {
    given(reported)
      .when(say('CloseReferral', { data: { reasons: ['VICTIM_WITHDREW'] } }))
      .thenRefused('CLOSING_REASON_INSUFFICIENT');
    given(reported)
      .when(say('CloseReferral', { data: { reasons: ['VICTIM_WITHDREW', 'OUTCOME_FINAL'] } }))
      .thenTypes('ReferralClosed');
    given(reported)
      .when(say('CloseReferral', { data: { reasons: [] } }))
      .thenRefused('CODE_REQUIRED');
  });
  it('is the receiver’s at any time', () => given(reported).when(say('CloseReferral')).then([happened.closed]));
  it('does not blame the receiver by its own word', () =>
    given(reported)
      .when(say('CloseReferral', { data: { reasons: ['RECEIVER_SILENT'] } }))
      .thenRefused('REASON_NOT_APPLICABLE'));
  it('is the sender’s after 30 days of silence, and says since when', () => {
    const bySender = { by: 'US-CLEAR', data: { reasons: ['RECEIVER_SILENT' as const] } };
    given(reported)
      .when(say('CloseReferral', { ...bySender, at: NOW + 30 * DAY - 1 }))
      .thenRefused('CLOSE_TOO_EARLY', { from: '2026-12-24T00:00:00.000Z' });
    given(reported)
      .when(say('CloseReferral', { ...bySender, at: NOW + 30 * DAY }))
      .then([
        told('ReferralClosed', {
          by: 'US-CLEAR',
          reasons: ['RECEIVER_SILENT'],
          silentSince: NOW,
          rules: firstRules,
        }),
      ]);
  });
});

describe('extradition refused for nationality, of which only the flag tells, as earlier releases wrote it (vocabulary 2.5, 24(6))', () => {
  const refusedExtradition: LegEvent = told('OutcomeReported', {
    by: 'PH-WCPC',
    outcomes: [outcome('SUSPECT_ARRESTED')],
    extraditionFlag: 'REFUSED_NATIONALITY',
    obligation: null,
    note: null,
  });
  it('obliges to prosecute or report before the case is closed', () => {
    given([...working, refusedExtradition])
      .when(say('CloseReferral'))
      .thenRefused('OBLIGATION_OPEN', { obligation: 'PROSECUTE_OR_REPORT' });
    const convicted = told('OutcomeReported', {
      by: 'PH-WCPC',
      outcomes: [outcome('CONVICTED')],
      extraditionFlag: null,
      obligation: null,
      note: null,
    });
    given([...working, refusedExtradition, convicted])
      .when(say('CloseReferral'))
      .thenTypes('ReferralClosed');
  });
  it('is done with by a final report, however many follow that', () => {
    const final = told('OutcomeReported', {
      by: 'PH-WCPC',
      outcomes: [outcome('NOT_PURSUED')],
      extraditionFlag: null,
      obligation: null,
      note: null,
    });
    given([...working, refusedExtradition, final, ...many(20)])
      .when(say('CloseReferral'))
      .thenTypes('ReferralClosed');
  });
  it('no longer does when something else is said of extradition', () => {
    const granted = told('OutcomeReported', {
      by: 'PH-WCPC',
      outcomes: [outcome('SUSPECT_ARRESTED')],
      extraditionFlag: 'GRANTED',
      obligation: null,
      note: null,
    });
    given([...working, refusedExtradition, granted])
      .when(say('CloseReferral'))
      .thenTypes('ReferralClosed');
  });
});

describe('reopening (vocabulary 2.3)', () => {
  it.each(['CLOSED', 'REJECTED', 'EXPIRED'] as const)('is either party’s when %s, with a reason', (status) => {
    given(inStatus[status])
      .when(say('ReopenReferral', { by: 'US-CLEAR' }))
      .then([happened.reopened]);
    given(inStatus[status]).when(say('ReopenReferral')).thenTypes('ReferralReopened');
    given(inStatus[status])
      .when(say('ReopenReferral', { data: { reason: 'UNKNOWN' } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('is not possible for an onward leg whose case went back: it would have two holders (I1)', () => {
    const onward = [submitted({ hop: 1, parent: ids.lead, origin: ids.lead }), prioritised('P3'), happened.received];
    given([...onward, happened.rejected])
      .when(say('ReopenReferral'))
      .thenRefused('ONWARD_RETURNED');
    given([...onward, happened.accepted, happened.reported, happened.closed])
      .when(say('ReopenReferral'))
      .thenTypes('ReferralReopened');
  });
  it('lets the receiver decide again', () =>
    given([...inStatus.REJECTED, happened.reopened])
      .when(say('AcceptReferral'))
      .then([happened.accepted]));
});
