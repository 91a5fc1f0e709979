import type { EventName } from '#libs/contracts';
import type { CaseReader } from './case-roles.js';
import type { Extent } from './grants.js';

/** Roles that see of a leg that they sent what is asked of them and the class of its outcome, beside their own words, and no case (vocabulary 6). */
const LIMITED_ROLES: ReadonlySet<string> = new Set(['INDUSTRY_TS']);

export const isLimited = ({ role }: Pick<CaseReader, 'role'>): boolean => LIMITED_ROLES.has(role);

/** How much of a leg the reader is shown in the role acted in. @param extent what any role of its agency might be shown */
export function extentFor(reader: CaseReader, extent: Extent, { isSender }: { readonly isSender: boolean }): Extent {
  if (!isLimited(reader)) return extent;
  return extent === 'PARTY' && isSender ? 'REQUESTS_AND_OUTCOME' : 'STATE_AND_OUTCOME';
}

const ANSWER = ['by', 'rules'] as const;

/**
 * What such a sender is told of the words of others. Requests, and the answers to its own, are told with their codes; of
 * how a case goes on there is the state, to whom it went (vocabulary 2.4 I2), how urgent it is taken (1.4 R1.2), and its outcome. Why
 * work rests, why a case was closed, and everything that adds to a case is not told.
 */
const TOLD: Readonly<Partial<Record<EventName, readonly string[]>>> = {
  Corrected: ['by', 'part', 'version', 'outcomes', 'rules'], // of outcomes alone: see OF_OUTCOMES
  EnteredInError: ['by', 'part', 'rules'],
  EvidenceAdvanced: ['steps', 'rules'],
  ForwardReturned: ['by', 'leg', 'cause', 'offer', 'rules'],
  InformationRequested: ['by', 'types', 'wantedBy', 'rules'],
  OutcomeReported: ['by', 'outcomes', 'rules'],
  PreservationConfirmed: ['by', 'request', 'until', 'reference', 'rules'],
  PreservationExpiring: ['request', 'level', 'expiresAt', 'daysLeft', 'responsible', 'rules'],
  PreservationReleased: ['by', 'request', 'reason', 'rules'],
  PreservationRequested: [
    ...(['by', 'authority', 'offence', 'facts', 'data', 'custodian', 'location', 'necessity'] as const),
    ...(['followUp', 'crossBorder', 'wantedUntil', 'rules'] as const),
  ],
  PriorityChanged: ['side', 'by', 'previous', 'level', 'driving', 'status', 'rules'],
  PrioritySet: ['side', 'by', 'level', 'rules'],
  ReferralAccepted: [...ANSWER, 'scope', 'reason', 'conditions'],
  ReferralAcknowledged: ANSWER,
  ReferralClosed: [...ANSWER, 'silentSince'],
  ReferralExpired: ['priority', 'silentSince', 'dueAt', 'rules'],
  ReferralForwarded: ['by', 'to', 'leg', 'hop', 'handover', 'rules'],
  ReferralReceived: ANSWER,
  ReferralRejected: [...ANSWER, 'reason', 'partialConsidered', 'suggested', 'duplicateOf'],
  ReferralReopened: ANSWER,
  WithdrawalConfirmed: ANSWER,
  WithdrawalDeclined: ANSWER,
  WorkResumed: ANSWER,
  WorkStarted: ANSWER,
  WorkSuspended: ANSWER,
};

/** The events of others of which such a sender is told something. */
export const EVENTS_FOR_LIMITED: readonly string[] = Object.keys(TOLD);

/** Fields of an event's data that such a sender is told where others said it; null: it is not told of the event. */
export const fieldsForLimited = (type: string): readonly string[] | null =>
  Object.hasOwn(TOLD, type) ? (TOLD[type as EventName] ?? null) : null;

/** The classes of outcomes, without when and how sure. */
export const classesOf = <Reported extends { readonly outcome: string }>(
  outcomes: readonly Reported[],
): Pick<Reported, 'outcome'>[] => outcomes.map(({ outcome }) => ({ outcome }));
