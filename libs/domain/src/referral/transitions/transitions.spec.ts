import { describe, expect, it } from '@jest/globals';
import { folded, given } from '../../leg/leg.fixtures.js';
import { leg } from '../../leg/leg.js';
import type { LegEvent } from '../../leg/leg.js';
import { happened, inStatus } from '../histories.fixtures.js';
import { say } from '../words.fixtures.js';
import { REFERRAL_STATUSES } from './transition.js';
import type { SubmittedStatus } from './transition.js';
import { arrivalOf, transitionOf, transitions } from './transitions.js';
import type { CommandName } from './transitions.js';

/** vocabulary 2.3, row by row: from these states the word has this event and leads there. */
const rows: [CommandName, SubmittedStatus[], LegEvent['type'], SubmittedStatus][] = [
  ['ReceiveReferral', ['SUBMITTED'], 'ReferralReceived', 'RECEIVED'],
  ['AcknowledgeReferral', ['SUBMITTED', 'RECEIVED'], 'ReferralAcknowledged', 'ACKNOWLEDGED'],
  ['RequestInformation', ['RECEIVED', 'ACKNOWLEDGED'], 'InformationRequested', 'INFO_REQUESTED'],
  ['ProvideInformation', ['INFO_REQUESTED'], 'InformationProvided', 'ACKNOWLEDGED'],
  ['AcceptReferral', ['RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'ReferralAccepted', 'ACCEPTED'],
  ['RejectReferral', ['RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'ReferralRejected', 'REJECTED'],
  ['ForwardReferral', ['RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'ReferralForwarded', 'FORWARDED'],
  ['ReturnForward', ['FORWARDED'], 'ForwardReturned', 'ACKNOWLEDGED'],
  ['StartWork', ['ACCEPTED'], 'WorkStarted', 'IN_PROGRESS'],
  ['SuspendWork', ['IN_PROGRESS'], 'WorkSuspended', 'ON_HOLD'],
  ['ResumeWork', ['ON_HOLD'], 'WorkResumed', 'IN_PROGRESS'],
  ['ReportOutcome', ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_REPORTED'], 'OutcomeReported', 'OUTCOME_REPORTED'],
  ['CloseReferral', ['OUTCOME_REPORTED'], 'ReferralClosed', 'CLOSED'],
  ['ReopenReferral', ['CLOSED', 'REJECTED', 'EXPIRED'], 'ReferralReopened', 'ACKNOWLEDGED'],
  ['WithdrawReferral', ['SUBMITTED', 'RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'], 'ReferralWithdrawn', 'WITHDRAWN'],
  ['EnterReferralInError', [...REFERRAL_STATUSES], 'EnteredInError', 'ENTERED_IN_ERROR'],
];

/** vocabulary 2.3: the state stays. */
const staying: [CommandName, SubmittedStatus[], LegEvent['type']][] = [
  ['OfferHandover', ['ACCEPTED', 'IN_PROGRESS'], 'HandoverOffered'],
  ['RequestWithdrawal', ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'], 'WithdrawalRequested'],
  ['NotifyDelay', [...REFERRAL_STATUSES], 'DelayNotified'],
  ['SupplementReferral', [...REFERRAL_STATUSES], 'Supplemented'],
  ['CorrectReferral', [...REFERRAL_STATUSES], 'Corrected'],
  ['RequestAccess', [...REFERRAL_STATUSES], 'AccessRequested'],
  ['RequestTransfer', [...REFERRAL_STATUSES], 'TransferRequested'],
  ['OpenConsultation', [...REFERRAL_STATUSES], 'JurisdictionConsultationOpened'],
  ['BundleReferral', [...REFERRAL_STATUSES], 'ReferralsBundled'],
  ['AdvanceEvidence', ['SUBMITTED', 'WITHDRAWN', 'EXPIRED', 'ENTERED_IN_ERROR'], 'EvidenceAdvanced'],
];

const cases = [...rows, ...staying].flatMap(([word, from, event, to]) =>
  from
    .filter((status) => status !== 'ENTERED_IN_ERROR' || word !== 'EnterReferralInError')
    .map((status) => ({ word, status, event, to: to ?? status })),
);

describe('the transitions of a leg (vocabulary 2.3)', () => {
  it.each(cases)('$status: $word has $event and leads to $to', ({ word, status, event, to }) => {
    const state = folded(inStatus[status]);
    expect(state.referral.status).toBe(status);
    const events = leg.decide(say(word), state);
    expect(events.map(({ type }) => type)).toEqual([event]);
    expect(folded(events, { from: state }).referral.status).toBe(to);
  });

  it.each(
    rows.flatMap(([word, from]) =>
      REFERRAL_STATUSES.filter((status) => !from.includes(status)).map((status) => [status, word] as const),
    ),
  )('%s: %s does nothing where the table has no row', (status, word) => {
    const state = folded(inStatus[status]);
    const { alreadySaid, who } = transitionOf(word);
    const ofTheBus = who.includes('POLICY') && who.length === 1;
    if (ofTheBus || alreadySaid?.includes(status)) expect(leg.decide(say(word), state)).toEqual([]);
    else given([], state).when(say(word)).thenRefused('REFERRAL_TRANSITION_ILLEGAL', { status, command: word });
  });

  it('says something of every word, and names its source', () => {
    for (const { says, source } of Object.values(transitions)) {
      expect(says).toMatch(/ /);
      expect(source).toMatch(/^\d/);
    }
  });
});

describe('an event', () => {
  const everyEvent = Object.values(happened).map((event) => [event.type, event] as const);
  it.each(everyEvent)('%s folds in every state that the log may hold it in', (_, event) => {
    for (const status of REFERRAL_STATUSES) {
      const before = folded(inStatus[status]);
      const after = folded([event], { from: before });
      expect(after.referral.status).toBe(event.type === 'PrioritySet' ? status : (arrivalOf(event) ?? status));
    }
  });
});
