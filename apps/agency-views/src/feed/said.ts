import { audienceOf } from '#libs/access';
import type { BusEvent, EventData, EventName } from '#libs/contracts';
import { type EventOf, ImpossibleEventError, type JsonValue } from '#libs/projections';
import { plain } from './plain.js';

/**
 * As what an agency may see a leg: as one of its parties, because its receiver opened the case to it, or only its state and
 * outcome (a grant of that much; the first sender of a case that was handed on, vocabulary 2.4 I1).
 */
export const VIEWPOINTS = ['SENDER', 'RECIPIENT', 'CASE', 'STATE'] as const;
export type Viewpoint = (typeof VIEWPOINTS)[number];

/** What an event says. */
export interface Said {
  /** Which viewpoints beside the parties' are told, where the event is not about one agency (`audienceOf`). */
  readonly beside: readonly Viewpoint[];
  readonly data: { readonly [name: string]: JsonValue };
  /** Ids of other legs in the data, which are told only to who may read those. */
  readonly mentions: readonly string[];
}

const NOBODY: readonly Viewpoint[] = [];
const CASE: readonly Viewpoint[] = ['CASE'];
const ALL: readonly Viewpoint[] = ['CASE', 'STATE'];

type Told = { readonly [Name in EventName]?: (event: EventOf<Name>) => Said };

/** Every event of a leg: what is shown of it, and whether an agency is told of it that is no party. */
export const told = {
  AccessGranted: ({ data }) => said(data, NOBODY, ['by', 'requester', 'extent', 'until', 'note', 'rules']),
  AccessRefused: ({ data }) => said(data, NOBODY, ['by', 'requester', 'reason', 'note', 'rules']),
  AccessRequested: ({ data }) => said(data, NOBODY, ['requester', 'purpose', 'extent', 'note', 'rules']),
  Corrected: ({ data }) => said(data, data.outcomes ? ALL : CASE, ['by', 'part', 'version', 'reason', ...CORRECTED]),
  DelayNotified: ({ data }) => said(data, CASE, ['by', 'reason', 'impossible', 'until', 'note', 'rules']),
  EnteredInError: ({ data }) => said(data, ALL, ['by', 'part', 'reason', 'note', 'rules']),
  ForwardReturned: ({ data }) => said(data, ALL, ['by', 'leg', 'cause', 'reason', 'offer', 'rules']),
  HandoverOffered: ({ data }) => said(data, CASE, ['by', 'to', 'leg', 'hop', ...ONWARD]),
  InformationProvided: ({ data }) => said(data, ALL, ['by', 'answered', 'unavailable', 'additions', 'note', 'rules']),
  InformationRequested: ({ data }) => said(data, ALL, ['by', 'types', 'wantedBy', 'note', 'rules']),
  JurisdictionConsultationConcluded: ({ data }) => said(data, CASE, ['by', 'result', 'lead', 'note', 'rules']),
  JurisdictionConsultationOpened: ({ data }) => said(data, CASE, ['opener', 'countries', 'bases', 'note', 'rules']),
  OutcomeReported: ({ data }) => said(data, ALL, ['by', 'outcomes', 'extraditionFlag', 'note', 'rules']),
  ReferralAccepted: ({ data }) => said(data, ALL, ['by', 'scope', 'reason']),
  ReferralAcknowledged: ({ data }) => said(data, ALL, ['by']),
  ReferralClosed: ({ data }) => said(data, ALL, ['by', 'reasons', 'silentSince', 'rules']),
  ReferralExpired: ({ data }) => said(data, ALL, ['priority', 'silentSince', 'dueAt', 'rules']),
  ReferralForwarded: ({ data }) => said(data, ALL, ['by', 'to', 'leg', 'hop', 'handover', ...ONWARD]),
  ReferralReceived: ({ data }) => said(data, ALL, ['by']),
  ReferralRejected: ({ data }) =>
    said(data, ALL, ['by', 'reason', 'partialConsidered', 'suggested', 'duplicateOf'], [data.duplicateOf]),
  ReferralReopened: ({ data }) => said(data, ALL, ['by', 'reason', 'note', 'rules']),
  ReferralSubmitted: ({ data }) =>
    said(data, ALL, [...SUBMITTED], [data.origin, data.parent, data.bundle?.lead ?? null]),
  ReferralWithdrawn: ({ data }) => said(data, ALL, ['by', 'reason', 'note', 'rules']),
  ReferralsBundled: ({ data }) => said(data, NOBODY, ['by', 'bundle', 'basis', 'rules'], [data.bundle.lead]),
  ReleaseApproved: ({ data }) => said(data, NOBODY, ['by', 'rules']),
  ReleaseRefused: ({ data }) => said(data, NOBODY, ['by', 'reason', 'note', 'rules']),
  ReleaseRequested: ({ data }) => said(data, NOBODY, ['from', 'to', 'reference', 'priority', 'rules']),
  Supplemented: ({ data }) => said(data, CASE, ['by', 'part', 'version', 'additions', 'note', 'rules']),
  TransferApproved: ({ data }) => said(data, NOBODY, ['by', 'requester', 'leg', 'note', 'rules']),
  TransferRefused: ({ data }) => said(data, NOBODY, ['by', 'requester', 'reason', 'note', 'rules']),
  TransferRequested: ({ data }) => said(data, NOBODY, ['requester', 'reason', 'note', 'rules']),
  WithdrawalConfirmed: ({ data }) => said(data, ALL, ['by', 'rules']),
  WithdrawalDeclined: ({ data }) => said(data, CASE, ['by', 'reason', 'note', 'rules']),
  WithdrawalRequested: ({ data }) => said(data, CASE, ['by', 'reason', 'note', 'rules']),
  WorkResumed: ({ data }) => said(data, ALL, ['by', 'rules']),
  WorkStarted: ({ data }) => said(data, ALL, ['by', 'rules']),
  WorkSuspended: ({ data }) => said(data, ALL, ['by', 'reason', 'reviewAt', 'note', 'rules']),
  PrioritySet: ({ data }) => said(data, CASE, ['side', 'by', 'level', 'reasons', 'rules', ...ATTACHED]),
  PriorityChanged: ({ data }) =>
    said(data, data.status === 'IN_FORCE' ? CASE : NOBODY, ['side', 'by', 'previous', 'level', 'driving', ...CHANGED]),
  PriorityDisputed: ({ data }) => said(data, CASE, ['by', 'change', 'previous', 'driving', 'reasons', 'note', 'rules']),
  DeadlineWarned: ({ data }) => said(data, NOBODY, ['duty', 'level', 'countedFrom', 'dueAt', 'responsible', 'rules']),
  DeadlineMissed: ({ data }) =>
    said(data, NOBODY, ['duty', 'level', 'levelSince', 'countedFrom', 'dueAt', 'responsible', 'cause', 'rules']),
  EscalationRaised: ({ data }) =>
    said(data, NOBODY, ['step', 'cause', 'level', 'countedFrom', 'dueAt', 'to', 'unfilled', 'rules']),
  EscalationAnswered: ({ data }) => said(data, NOBODY, ['by', 'step', 'cause', 'reply', 'note', 'rules']),
  VoiceContactRecorded: ({ data }) => said(data, NOBODY, ['by', 'at', 'to', 'result', 'note', 'rules']),
  SafeguardingNotified: ({ data }) => said(data, NOBODY, ['by', 'measure', 'country', 'service', 'note', 'rules']),
  SafeguardingConfirmed: ({ data }) => said(data, NOBODY, ['by', 'notified', 'result', 'note', 'rules']),
  PreservationRequested: ({ data }) => said(data, NOBODY, ['by', 'authority', 'offence', 'facts', ...PRESERVED]),
  PreservationConfirmed: ({ data }) => said(data, NOBODY, ['by', 'request', 'until', 'reference', 'note', 'rules']),
  PreservationExpiring: ({ data }) =>
    said(data, NOBODY, ['request', 'level', 'expiresAt', 'daysLeft', 'responsible', 'rules']),
  PreservationReleased: ({ data }) => said(data, NOBODY, ['by', 'request', 'reason', 'note', 'rules']),
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

const ONWARD = ['priority', 'priorityReasons', 'reason', 'note', 'rules'] as const;

const SUBMITTED = [
  ...(['from', 'to', 'reference', 'reporter', 'incident', 'files', 'nexus', 'crossBorder', 'evidence'] as const),
  ...(['procedureRequested', 'origin', 'parent', 'hop', 'bundle', 'rules'] as const),
] as const;

function said<Data extends Partial<EventData>>(
  data: Data,
  beside: readonly Viewpoint[],
  names: readonly (keyof Data & string)[],
  mentions: readonly (string | null)[] = [],
): Said {
  const shown = Object.fromEntries(names.map((name) => [name, data[name]]));
  return { beside, data: plain(shown), mentions: mentions.filter((each) => each !== null) };
}

/**
 * Who is told of an event: the parties that may see it, and either the agency that it is about or others by their viewpoint.
 * Nobody is told of a leg that was not opened to it: an agency that asked for one, and was refused, does not learn of it.
 */
export function readersOf(event: BusEvent, { beside }: Said): string[] {
  const { parties, third } = audienceOf(event);
  const ofParties = { BOTH: ['SENDER', 'RECIPIENT'], SENDER: ['SENDER'], RECEIVER: ['RECIPIENT'] }[parties];
  const called = event.type === 'EscalationRaised' ? calledBeside(event.data) : [];
  return [...ofParties, ...(third === null ? beside : [`@${third}`]), ...called.map((agency) => `@${agency}`)];
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
