import type { Members } from '#libs/membership';
import { BUS_NOW } from '#libs/projections';
import { z } from 'zod';
import type { ListSide } from '../lists/list-query.js';
import { overdueSince } from '../escalation/escalation.columns.js';
import { OWN_DECISION, type WorklistColumn } from '../referral/referral.columns.js';
import { type Waiting, waitingSince } from './work-place.js';

/** Legs that one query finds. What came back to its sender is in two parts, each in an order of its own. */
export type WorklistPart = Exclude<WorklistColumn, 'sender_returned'> | 'sender_asked' | 'sender_ended';

/** Which legs stand in a worklist, for the agency on either side of them. */
export interface Worklist {
  readonly says: string;
  readonly sides: { readonly [Side in ListSide]?: readonly WorklistPart[] };
}

/** What is rejected is kept for as long (vocabulary 4.8 R0): by then its sender has sent it elsewhere, or will not. */
export const ENDED_LISTED_DAYS = 30;

/** Features B17. Drafts that wait for their release are no referrals yet, and have a list of their own; so has what is overdue, which says more. */
export const worklists = {
  'awaiting-my-decision': {
    says: 'Sent here and not decided on; a withdrawal, an access or a transfer that was asked for; a consultation that was called for.',
    sides: { recipient: ['recipient_decides'], sender: ['sender_decides'] },
  },
  'returned-to-me': {
    says: `Asked back for information as the sender, come back from an onward leg as the holder; after these of the same level, rejected or expired within ${ENDED_LISTED_DAYS} days and not sent again under its reference since.`,
    sides: { recipient: ['recipient_returned'], sender: ['sender_asked', 'sender_ended'] },
  },
  'awaiting-the-other-side': {
    says: 'Not decided on by the recipient; information, a withdrawal, a hand-over or a consultation that the other side owes an answer to.',
    sides: { recipient: ['recipient_waits'], sender: ['sender_waits'] },
  },
} as const satisfies Record<string, Worklist>;

export type WorklistName = keyof typeof worklists;

export const worklistName = z
  .enum(Object.keys(worklists) as [WorklistName, ...WorklistName[]])
  .meta({ example: 'awaiting-my-decision' });

/** What this agency works on: accepted, and neither ended nor gone on. */
export const caseload: Worklist = {
  says: 'Accepted here and not ended.',
  sides: { recipient: ['recipient_works'] },
};

/** A clock of which was missed, and what it ran for is still owed. */
export const overdue: Worklist = {
  says: 'A clock was missed, by this agency or by the one that has its referral, and what it ran for is not done.',
  sides: { recipient: ['recipient_overdue'], sender: ['sender_overdue'] },
};

/** What worklists look into beside the row: other tables, and the rules of now. */
export interface Beside {
  readonly referrals: string;
  readonly requests: string;
  readonly timeline: string;
  readonly members: Pick<Members, 'rulebook'>;
}

/**
 * The part as a condition. Some columns are supersets: that a third agency's request is still undecided, or that the receiver has
 * not spoken since it missed a status update, stands in other tables; that a level asks for what was missed, in the rules.
 * @throws Unavailable MEMBERSHIP_UNKNOWN, of what is overdue
 */
export function stands(part: WorklistPart, { referrals, requests, timeline, members }: Beside): string {
  switch (part) {
    case 'recipient_overdue':
    case 'sender_overdue':
      return `(referral.${part} AND ${overdueSince(timeline, members.rulebook)} IS NOT NULL)`;
    case 'recipient_decides': {
      const asked = `EXISTS (SELECT FROM ${requests} asked WHERE asked.referral = referral.id)`;
      return `(referral.recipient_decides AND (NOT referral.third_asked OR ${OWN_DECISION} OR ${asked}))`;
    }
    case 'sender_asked':
      return '(referral.sender_returned AND referral.ended_at IS NULL)';
    case 'sender_ended':
      return `(referral.sender_returned AND referral.ended_at > ${BUS_NOW} - interval '${ENDED_LISTED_DAYS} days'
        AND (${lastSent(referrals)} > referral.ended_at) IS NOT TRUE)`;
    default:
      return `referral.${part}`;
  }
}

/** When its sender last sent something under the same reference, to whomever. No EXISTS: as a join it would read all that was ever sent. */
const lastSent = (referrals: string): string =>
  `(SELECT max(again.submitted_at) FROM ${referrals} again WHERE again.sender_agency = referral.sender_agency
    AND again.reference = referral.reference AND again.hop = 0 AND again.synthetic = referral.synthetic)`;

/** From when a leg of the part waits: of the most urgent, the longest waiting come first. */
export function waitingIn(part: WorklistPart, { timeline, members }: Beside): Waiting {
  if (part === 'sender_ended') return { since: 'referral.ended_at', comesLast: true };
  const isOverdue = part === 'recipient_overdue' || part === 'sender_overdue';
  return waitingSince(isOverdue ? overdueSince(timeline, members.rulebook) : 'referral.submitted_at');
}
