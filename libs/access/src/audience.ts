import type { BusEvent, EventName } from '#libs/contracts';
import type { GrantedExtent } from './grants.js';

/** Who of a leg may see an event of it. */
export interface Audience {
  readonly parties: 'BOTH' | 'SENDER' | 'RECEIVER';
  /** The agency that is no party and that the event is about: it may see this event, others who are no party may not. */
  readonly third: string | null;
  /** What an agency that is no party must at least have been granted to see the event; null: it is not for others. */
  readonly granted: GrantedExtent | null;
}

const STATE = 'STATE_AND_OUTCOME';

/**
 * What must have been granted of a leg to see its events (vocabulary 2.3 AccessGranted, 2.4 I1). State and outcome: whatever
 * moves the state or says an outcome, also where that is put right. An event that is not listed is for nobody else: how a leg got to its receiver is
 * between its parties and the bus.
 */
const GRANTED: Readonly<Partial<Record<EventName, GrantedExtent>>> = {
  Corrected: 'CASE', // of outcomes: see OF_OUTCOMES
  DelayNotified: 'CASE',
  EnteredInError: STATE,
  ForwardReturned: STATE,
  HandoverOffered: 'CASE',
  InformationProvided: STATE,
  InformationRequested: STATE,
  JurisdictionConsultationConcluded: 'CASE',
  JurisdictionConsultationOpened: 'CASE',
  OutcomeReported: STATE,
  PriorityChanged: 'CASE', // once it is in force
  PriorityDisputed: 'CASE',
  PrioritySet: 'CASE',
  ReferralAccepted: STATE,
  ReferralAcknowledged: STATE,
  ReferralClosed: STATE,
  ReferralExpired: STATE,
  ReferralForwarded: STATE,
  ReferralReceived: STATE,
  ReferralRejected: STATE,
  ReferralReopened: STATE,
  ReferralSubmitted: STATE,
  ReferralWithdrawn: STATE,
  Supplemented: 'CASE',
  WithdrawalConfirmed: STATE,
  WithdrawalDeclined: 'CASE',
  WithdrawalRequested: 'CASE',
  WorkResumed: STATE,
  WorkStarted: STATE,
  WorkSuspended: STATE,
};

/** Where it says outcomes, it is for whoever may see those. */
export const OF_OUTCOMES = 'Corrected' satisfies EventName;

/**
 * Who else has the case, had it or might have it: who was granted it is not told that (design 5), and its own holder and sender are.
 * Fields by the events that name somebody.
 */
const ONWARD: Readonly<Partial<Record<EventName, readonly string[]>>> = {
  ForwardReturned: ['by'],
  HandoverOffered: ['to'],
  ReferralForwarded: ['to'],
  ReferralRejected: ['suggested'],
};

/** Fields of an event's data that an agency is not told which the case was opened to by a grant. */
export const withheldFromGranted = (type: string): readonly string[] =>
  Object.hasOwn(ONWARD, type) ? (ONWARD[type as EventName] ?? []) : [];

/** The events of which an agency that was granted this much is shown every one; `OF_OUTCOMES` beside, where it says some. */
export function eventsGrantedBy(extent: GrantedExtent): string[] {
  return Object.entries(GRANTED).flatMap(([name, needed]) => (extent === 'CASE' || needed === extent ? [name] : []));
}

/**
 * What the parties of a leg are shown of its events (design 5). A release is the sender's own affair until it is submitted.
 * Who asks for a case, and is refused, is between that agency and the holder; the sender learns to whom its case was opened.
 * A lowering that is only proposed, the steps of the ladder with their answers, and an attempt to pass a case on that was refused,
 * with what a national contact answered, are the receiver's side's own.
 */
export function audienceOf(event: BusEvent): Audience {
  switch (event.type) {
    case 'ReleaseRequested':
    case 'ReleaseApproved':
    case 'ReleaseRefused':
      return { parties: 'SENDER', third: null, granted: null };
    case 'AccessRequested':
    case 'TransferRequested':
      return { parties: 'RECEIVER', third: event.data.requester.agency, granted: null };
    case 'AccessRefused':
    case 'TransferRefused':
      return { parties: 'RECEIVER', third: event.data.requester, granted: null };
    case 'AccessGranted':
    case 'TransferApproved':
      return { parties: 'BOTH', third: event.data.requester, granted: null };
    case OF_OUTCOMES:
      return { parties: 'BOTH', third: null, granted: event.data.outcomes ? STATE : 'CASE' };
    case 'PriorityChanged':
      if (event.data.status !== 'IN_FORCE') return { parties: 'RECEIVER', third: null, granted: null };
      return { parties: 'BOTH', third: null, granted: 'CASE' };
    case 'EscalationRaised':
    case 'EscalationAnswered':
    case 'OnwardRefused':
    case 'OnwardRefusalAnswered':
      return { parties: 'RECEIVER', third: null, granted: null };
    default:
      return { parties: 'BOTH', third: null, granted: GRANTED[event.type] ?? null };
  }
}
