import { audienceOf } from '#libs/access';
import type { BusEvent, EventData, EventName } from '#libs/contracts';
import { type EventOf, ImpossibleEventError, type JsonValue } from '#libs/projections';
import { plain } from './plain.js';

/**
 * As what an agency may see a leg: as one of its parties, because its receiver opened the case to it, or only its state and
 * outcome (a grant of that much; the first sender of a case that was handed on, vocabulary 2.4 I1). Who consults on jurisdiction
 * sees what is said of that and nothing else.
 */
export const VIEWPOINTS = ['SENDER', 'RECIPIENT', 'CASE', 'STATE', 'CONSULTED'] as const;
export type Viewpoint = (typeof VIEWPOINTS)[number];

/** What an event says. */
export interface Said {
  readonly data: { readonly [name: string]: JsonValue };
  /** Ids of other legs in the data, which are told only to who may read those. */
  readonly mentions: readonly string[];
}

type Told = { readonly [Name in EventName]?: (event: EventOf<Name>) => Said };

/** Every event of a leg, and what is shown of it. */
export const told = {
  AccessGranted: ({ data }) => said(data, ['by', 'requester', 'extent', 'until', 'note', 'rules']),
  AccessRefused: ({ data }) => said(data, ['by', 'requester', 'reason', 'note', 'rules']),
  AccessRequested: ({ data }) => said(data, ['requester', 'purpose', 'extent', 'note', 'rules']),
  Corrected: ({ data }) =>
    said(data, ['by', 'part', 'version', 'reason', ...CORRECTED, ...recorded(data, 'waiverJudgedBy', 'obligation')]),
  EvidenceAdvanced: ({ data }) => said(data, ['steps', 'rules']),
  DelayNotified: ({ data }) => said(data, ['by', 'reason', 'impossible', 'until', 'note', 'rules']),
  EnteredInError: ({ data }) => said(data, ['by', 'part', 'reason', 'note', 'rules']),
  ForwardReturned: ({ data }) => said(data, ['by', 'leg', 'cause', 'reason', 'offer', 'rules']),
  HandoverOffered: ({ data }) => said(data, ['by', 'to', 'leg', 'hop', ...ONWARD, ...recorded(data, 'obligation')]),
  InformationProvided: ({ data }) =>
    said(data, ['by', 'answered', 'unavailable', ...ADDED, ...recorded(data, 'waiverJudgedBy', 'obligation')]),
  InformationRequested: ({ data }) => said(data, ['by', 'types', 'wantedBy', 'note', 'rules']),
  JurisdictionConsultationConcluded: ({ data }) =>
    said(data, ['by', 'result', 'lead', 'note', 'rules', ...recorded(data, 'contacts')]),
  JurisdictionConsultationOpened: ({ data }) =>
    said(data, ['opener', 'countries', 'bases', 'note', 'rules', ...recorded(data, 'contacts', 'unfilled')]),
  OutcomeReported: ({ data }) =>
    said(data, ['by', 'outcomes', 'extraditionFlag', 'note', 'rules', ...recorded(data, 'obligation')]),
  ReferralAccepted: ({ data }) =>
    said(data, ['by', 'scope', 'reason', ...recorded(data, 'conditions', 'note', 'rules')]),
  ReferralAcknowledged: ({ data }) => said(data, ['by', ...recorded(data, 'rules')]),
  ReferralClosed: ({ data }) => said(data, ['by', 'reasons', 'silentSince', 'rules']),
  ReferralExpired: ({ data }) => said(data, ['priority', 'silentSince', 'dueAt', 'rules']),
  ReferralForwarded: ({ data }) =>
    said(data, ['by', 'to', 'leg', 'hop', 'handover', ...ONWARD, ...recorded(data, 'obligation')]),
  ReferralReceived: ({ data }) => said(data, ['by', ...recorded(data, 'rules')]),
  ReferralRejected: ({ data }) =>
    said(
      data,
      ['by', 'reason', 'partialConsidered', 'suggested', 'duplicateOf', ...recorded(data, 'note', 'rules')],
      [data.duplicateOf],
    ),
  ReferralReopened: ({ data }) => said(data, ['by', 'reason', 'note', 'rules']),
  ReferralSubmitted: ({ data }) => said(data, submitted(data), [data.origin, data.parent, data.bundle?.lead ?? null]),
  ReferralWithdrawn: ({ data }) => said(data, ['by', 'reason', 'note', 'rules']),
  ReferralsBundled: ({ data }) => said(data, ['by', 'bundle', 'basis', 'rules'], [data.bundle.lead]),
  ReleaseApproved: ({ data }) => said(data, ['by', 'rules']),
  ReleaseRefused: ({ data }) => said(data, ['by', 'reason', 'note', 'rules']),
  ReleaseRequested: ({ data }) => said(data, ['from', 'to', 'reference', 'priority', 'rules']),
  Supplemented: ({ data }) =>
    said(data, ['by', 'part', 'version', ...ADDED, ...recorded(data, 'waiverJudgedBy', 'obligation')]),
  TransferApproved: ({ data }) => said(data, ['by', 'requester', 'leg', 'note', 'rules']),
  TransferRefused: ({ data }) => said(data, ['by', 'requester', 'reason', 'note', 'rules']),
  TransferRequested: ({ data }) => said(data, ['requester', 'reason', 'note', 'rules']),
  WithdrawalConfirmed: ({ data }) => said(data, ['by', 'rules']),
  WithdrawalDeclined: ({ data }) => said(data, ['by', 'reason', 'note', 'rules']),
  WithdrawalRequested: ({ data }) => said(data, ['by', 'reason', 'note', 'rules']),
  WorkResumed: ({ data }) => said(data, ['by', 'rules']),
  WorkStarted: ({ data }) => said(data, ['by', 'rules']),
  WorkSuspended: ({ data }) => said(data, ['by', 'reason', 'reviewAt', 'note', 'rules']),
  PrioritySet: ({ data }) => said(data, prioritySet(data)),
  PriorityChanged: ({ data }) => said(data, ['side', 'by', 'previous', 'level', 'driving', ...CHANGED]),
  PriorityDisputed: ({ data }) => said(data, ['by', 'change', 'previous', 'driving', 'reasons', 'note', 'rules']),
  DeadlineWarned: ({ data }) => said(data, ['duty', 'level', 'countedFrom', 'dueAt', 'responsible', 'rules']),
  DeadlineMissed: ({ data }) =>
    said(data, ['duty', 'level', 'levelSince', 'countedFrom', 'dueAt', 'responsible', 'cause', 'rules']),
  EscalationRaised: ({ data }) =>
    said(data, ['step', 'cause', 'level', 'countedFrom', 'dueAt', 'to', 'unfilled', 'rules']),
  OnwardRefused: ({ data }) =>
    said(data, ['holder', 'to', 'cause', 'level', 'limit', 'originCountry', 'contacts', 'unfilled', 'rules']),
  OnwardRefusalAnswered: ({ data }) => said(data, ['by', 'causes', 'reply', 'competent', 'contacts', 'note', 'rules']),
  EscalationAnswered: ({ data }) => said(data, ['by', 'step', 'cause', 'reply', 'note', 'rules']),
  VoiceContactRecorded: ({ data }) => said(data, ['by', 'at', 'to', 'result', 'note', 'rules']),
  SafeguardingNotified: ({ data }) => said(data, ['by', 'measure', 'country', 'service', 'note', 'rules']),
  SafeguardingConfirmed: ({ data }) => said(data, ['by', 'notified', 'result', 'note', 'rules']),
  PreservationRequested: ({ data }) => said(data, ['by', 'authority', 'offence', 'facts', ...PRESERVED]),
  PreservationConfirmed: ({ data }) => said(data, ['by', 'request', 'until', 'reference', 'note', 'rules']),
  PreservationExpiring: ({ data }) => said(data, ['request', 'level', 'expiresAt', 'daysLeft', 'responsible', 'rules']),
  PreservationReleased: ({ data }) => said(data, ['by', 'request', 'reason', 'note', 'rules']),
} satisfies Told;

const ATTACHED = ['riskAssessment', 'externalPriority'] as const;

const CHANGED = [
  ...(['reasons', 'lowering', 'status', 'approves', 'resolves', 'note', 'rules'] as const),
  ...ATTACHED,
] as const;

const PRESERVED = [
  ...(['data', 'custodian', 'location', 'necessity', 'followUp'] as const),
  ...(['crossBorder', 'wantedUntil', 'note', 'rules'] as const),
] as const;

const CORRECTED = [
  ...(['reference', 'reporter', 'incident', 'modifiers', 'files', 'nexus', 'evidence'] as const),
  ...(['crossBorder', 'outcomes', 'note', 'rules'] as const),
] as const;

const ADDED = ['additions', 'note', 'rules'] as const;

const ONWARD = ['priority', 'priorityReasons', 'reason', 'note', 'rules'] as const;

const SUBMITTED = [
  ...(['from', 'to', 'reference', 'reporter', 'incident', 'files', 'nexus', 'crossBorder', 'evidence'] as const),
  ...(['procedureRequested', 'origin', 'parent', 'hop', 'bundle', 'rules'] as const),
] as const;

/** What came later is left out where it was not recorded, so that items of before are built anew as they stand. */
const submitted = (data: EventData<'ReferralSubmitted'>) =>
  [...SUBMITTED, ...recorded(data, 'priorityStanding', 'waiverJudgedBy', 'obligation')] as const;

/** The same, of fields that were not always there. */
const recorded = <Name extends string>(
  data: { readonly [Field in Name]: unknown },
  ...names: readonly Name[]
): Name[] => names.filter((name) => data[name] !== null);

/** The same: a score, or a level of another scheme, was not always to be attached. */
const prioritySet = ({ riskAssessment, externalPriority }: EventData<'PrioritySet'>) =>
  [
    ...(['side', 'by', 'level', 'reasons', 'rules'] as const),
    ...(riskAssessment === null && externalPriority === null ? [] : ATTACHED),
  ] as const;

function said<Data extends Partial<EventData>>(
  data: Data,
  names: readonly (keyof Data & string)[],
  mentions: readonly (string | null)[] = [],
): Said {
  const shown = Object.fromEntries(names.map((name) => [name, data[name]]));
  return { data: plain(shown), mentions: mentions.filter((each) => each !== null) };
}

/**
 * Who is told of an event (`audienceOf`): the parties that may see it, and either the agency that it is about or others by
 * their viewpoint. Nobody is told of a leg that was not opened to it: an agency that asked for one, and was refused, does not learn of it.
 */
export function readersOf(event: BusEvent): string[] {
  const { parties, third, granted: needed } = audienceOf(event);
  const ofParties = { BOTH: ['SENDER', 'RECIPIENT'], SENDER: ['SENDER'], RECEIVER: ['RECIPIENT'] }[parties];
  const others = needed === null ? [] : { CASE: ['CASE'], STATE_AND_OUTCOME: ['CASE', 'STATE'] }[needed];
  return [...ofParties, ...(third === null ? others : [`@${third}`]), ...calledBy(event).map((agency) => `@${agency}`)];
}

/** Agencies beside the receiver that the event is meant for by name; one of them may be the sender. */
function calledBy(event: BusEvent): readonly string[] {
  switch (event.type) {
    case 'EscalationRaised':
      return calledBeside(event.data);
    case 'OnwardRefused': {
      const { contacts, holder } = event.data;
      return contacts.map(({ agency }) => agency).filter((agency) => agency !== holder.agency);
    }
    case 'OnwardRefusalAnswered':
      return event.data.contacts.map(({ agency }) => agency);
    case 'JurisdictionConsultationOpened':
    case 'JurisdictionConsultationConcluded':
      return event.data.audience ?? [];
    default:
      return [];
  }
}

/** Whom a step of the ladder calls upon beside the receiver, which stands first in its audience. */
export function calledBeside({ audience: [, ...others] }: EventData<'EscalationRaised'>): readonly string[] {
  return others;
}

/** As what a grant lets its agency see the leg. @throws ImpossibleEventError for an extent of a newer writer: unknown means deny */
export function granted({ extent }: EventData<'AccessGranted'>): Viewpoint {
  switch (extent) {
    case 'CASE':
      return 'CASE';
    case 'STATE_AND_OUTCOME':
      return 'STATE';
    case 'UNKNOWN':
      throw new ImpossibleEventError('EXTENT_UNKNOWN');
  }
}
