import type { BusEvent, EventData, EventName } from '#libs/contracts';
import {
  accepted,
  acknowledged,
  DAY,
  NOW,
  party,
  prioritised,
  received,
  rejected,
  submitted,
} from '../leg/leg.fixtures.js';
import type { LegEvent } from '../leg/leg.js';
import type { SubmittedStatus } from './transitions/transition.js';
import { ids, nothingAdded, outcome, told } from './words.fixtures.js';

const said = { note: null };
const onward = {
  to: party('AU-UNIT'),
  leg: ids.onward.routine,
  hop: 1,
  priority: 'P3',
  priorityReasons: [],
  obligation: null,
} as const;

/** One event of each type, as the parties of these fixtures would have it. */
export const happened = {
  received: received(),
  acknowledged: acknowledged(),
  asked: told('InformationRequested', { by: 'PH-WCPC', types: ['LOCATION', 'TIME'], wantedBy: null, ...said }),
  answered: told('InformationProvided', {
    by: 'US-CLEAR',
    answered: ['LOCATION'],
    unavailable: ['TIME'],
    additions: nothingAdded,
    waiverJudgedBy: null,
    obligation: null,
    ...said,
  }),
  accepted: accepted(),
  rejected: rejected({ reason: 'DATA_NOT_HELD' }),
  forwarded: told('ReferralForwarded', {
    by: 'PH-WCPC',
    ...onward,
    priorityReasons: ['IDENTIFIED_SUSPECT'],
    handover: false,
    reason: null,
    ...said,
  }),
  handedOver: told('ReferralForwarded', {
    by: 'PH-WCPC',
    ...onward,
    priorityReasons: ['IDENTIFIED_SUSPECT'],
    handover: true,
    reason: null,
    ...said,
  }),
  offered: told('HandoverOffered', {
    by: 'PH-WCPC',
    ...onward,
    priorityReasons: ['IDENTIFIED_SUSPECT'],
    reason: null,
    ...said,
  }),
  returned: told('ForwardReturned', {
    by: 'AU-UNIT',
    leg: ids.onward.routine,
    cause: 'REJECTED',
    reason: 'CAPACITY',
    offer: false,
  }),
  started: told('WorkStarted', { by: 'PH-WCPC' }),
  suspended: told('WorkSuspended', {
    by: 'PH-WCPC',
    reason: 'OWN_PROCEEDINGS',
    reviewAt: NOW + 200 * DAY,
    ...said,
  }),
  resumed: told('WorkResumed', { by: 'PH-WCPC' }),
  delayed: told('DelayNotified', {
    by: 'PH-WCPC',
    reason: 'AWAIT_TRANSLATION',
    impossible: false,
    until: null,
    ...said,
  }),
  reported: told('OutcomeReported', {
    by: 'PH-WCPC',
    outcomes: [outcome('SUSPECT_IDENTIFIED')],
    extraditionFlag: null,
    obligation: null,
    ...said,
  }),
  closed: told('ReferralClosed', { by: 'PH-WCPC', reasons: ['OUTCOME_FINAL'], silentSince: null }),
  reopened: told('ReferralReopened', { by: 'US-CLEAR', reason: 'NEW_INFORMATION', ...said }),
  withdrawn: told('ReferralWithdrawn', { by: 'US-CLEAR', reason: 'FACTS_DISPROVED', ...said }),
  wantedBack: told('WithdrawalRequested', { by: 'US-CLEAR', reason: 'VICTIM_WITHDREW', ...said }),
  letGo: told('WithdrawalConfirmed', { by: 'PH-WCPC' }),
  kept: told('WithdrawalDeclined', { by: 'PH-WCPC', reason: 'PROCEEDINGS_CONTINUE', ...said }),
  expired: told('ReferralExpired', { priority: 'P3', silentSince: NOW, dueAt: NOW + 14 * DAY }),
  supplemented: told('Supplemented', {
    by: 'US-CLEAR',
    part: null,
    version: 2,
    additions: { ...nothingAdded, nexus: [{ country: 'AU', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }] },
    carried: null,
    waiverJudgedBy: null,
    obligation: null,
    ...said,
  }),
  corrected: told('Corrected', {
    by: 'US-CLEAR',
    part: null,
    version: 2,
    reason: 'FACTUAL_ERROR',
    reference: 'CT-2026-1b',
    waiverJudgedBy: null,
    obligation: null,
    reporter: null,
    incident: null,
    modifiers: null,
    files: null,
    nexus: null,
    evidence: null,
    crossBorder: null,
    outcomes: null,
    subjects: null,
    carried: null,
    ...said,
  }),
  inError: told('EnteredInError', { by: 'US-CLEAR', part: null, reason: 'WRONG_PERSON', carried: null, ...said }),
  accessAsked: told('AccessRequested', {
    requester: party('GB-NCP'),
    purpose: 'INVESTIGATE',
    extent: 'STATE_AND_OUTCOME',
    ...said,
  }),
  granted: told('AccessGranted', {
    by: 'PH-WCPC',
    requester: 'GB-NCP',
    extent: 'CASE',
    until: NOW + 200 * DAY,
    ...said,
  }),
  accessRefused: told('AccessRefused', {
    by: 'PH-WCPC',
    requester: 'GB-NCP',
    reason: 'HARMS_INVESTIGATION',
    ...said,
  }),
  transferAsked: told('TransferRequested', { requester: party('GB-NCP'), reason: 'MOST_VICTIMS', ...said }),
  transferApproved: told('TransferApproved', {
    by: 'PH-WCPC',
    requester: 'GB-NCP',
    leg: ids.onward.routine,
    ...said,
  }),
  transferRefused: told('TransferRefused', {
    by: 'PH-WCPC',
    requester: 'GB-NCP',
    reason: 'HARMS_INVESTIGATION',
    ...said,
  }),
  consulting: told('JurisdictionConsultationOpened', {
    opener: party('PH-WCPC'),
    countries: ['PH', 'GB'],
    bases: ['OFFENCE_PLACE', 'VICTIM_PRESENT'],
    // nobody else takes part in these fixtures
    ...{ contacts: [], unfilled: ['PH', 'GB'], audience: [], carried: null },
    ...said,
  }),
  consulted: told('JurisdictionConsultationConcluded', {
    by: 'PH-WCPC',
    result: 'LEAD_AGREED',
    lead: 'PH',
    ...{ contacts: [], audience: [], carried: null },
    ...said,
  }),
  bundled: told('ReferralsBundled', {
    by: 'PH-WCPC',
    bundle: { bundle: ids.bundle, lead: ids.lead },
    basis: 'VIRAL_DUPLICATE',
  }),
  available: told('EvidenceAdvanced', {
    steps: (['RELAYED', 'AVAILABLE'] as const).map((step) => ({ step, at: NOW, dueAt: NOW + 30 * 60_000 })),
    rules: { set: 'escalation', version: 1 },
  }),
} satisfies Record<string, LegEvent>;

const { received: got, acknowledged: seen, accepted: taken, started, reported } = happened;
const sent = [submitted(), prioritised('P3')];
const working = [...sent, got, taken, started];

/** A leg in each status. */
export const inStatus: Readonly<Record<SubmittedStatus, readonly LegEvent[]>> = {
  SUBMITTED: sent,
  RECEIVED: [...sent, got],
  ACKNOWLEDGED: [...sent, got, seen],
  INFO_REQUESTED: [...sent, got, happened.asked],
  ACCEPTED: [...sent, got, taken],
  IN_PROGRESS: working,
  ON_HOLD: [...working, happened.suspended],
  OUTCOME_REPORTED: [...working, reported],
  CLOSED: [...working, reported, happened.closed],
  REJECTED: [...sent, got, happened.rejected],
  FORWARDED: [...sent, got, happened.forwarded],
  WITHDRAWN: [...sent, happened.withdrawn],
  EXPIRED: [...sent, happened.expired],
  ENTERED_IN_ERROR: [...sent, happened.inError],
};

/** The content of the nth event of a history, to be looked at. */
export function dataOf<Name extends EventName>(events: readonly BusEvent[], type: Name): EventData<Name> | undefined {
  const found = events.find((event) => event.type === type);
  return found?.data as EventData<Name> | undefined;
}
