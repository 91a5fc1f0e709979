import type { Members } from '#libs/membership';
import { z } from 'zod';
import type { ListSide } from '../lists/list-query.js';
import { overdueSince } from '../escalation/escalation.columns.js';
import { OWN_DECISION, type WorklistColumn } from '../referral/referral.columns.js';

/** Which legs stand in a worklist, for the agency on either side of them. */
export interface Worklist {
  readonly says: string;
  readonly sides: { readonly [Side in ListSide]?: WorklistColumn };
}

/** Features B17. Drafts that wait for their release are no referrals yet, and have a list of their own; so has what is overdue, which says more. */
export const worklists = {
  'awaiting-my-decision': {
    says: 'Sent here and not decided on; a withdrawal, an access or a transfer that was asked for; a consultation that was called for.',
    sides: { recipient: 'recipient_decides', sender: 'sender_decides' },
  },
  'returned-to-me': {
    says: 'Asked back for information, rejected or expired as the sender; come back from an onward leg as the holder.',
    sides: { recipient: 'recipient_returned', sender: 'sender_returned' },
  },
  'awaiting-the-other-side': {
    says: 'Not decided on by the recipient; information, a withdrawal, a hand-over or a consultation that the other side owes an answer to.',
    sides: { recipient: 'recipient_waits', sender: 'sender_waits' },
  },
} as const satisfies Record<string, Worklist>;

export type WorklistName = keyof typeof worklists;

export const worklistName = z
  .enum(Object.keys(worklists) as [WorklistName, ...WorklistName[]])
  .meta({ example: 'awaiting-my-decision' });

/** What this agency works on: accepted, and neither ended nor gone on. */
export const caseload: Worklist = {
  says: 'Accepted here and not ended.',
  sides: { recipient: 'recipient_works' },
};

/** A clock of which was missed, and what it ran for is still owed. */
export const overdue: Worklist = {
  says: 'A clock was missed, by this agency or by the one that has its referral, and what it ran for is not done.',
  sides: { recipient: 'recipient_overdue', sender: 'sender_overdue' },
};

/** What worklists look into beside the row: other tables, and the rules of now. */
export interface Beside {
  readonly requests: string;
  readonly timeline: string;
  readonly members: Pick<Members, 'rulebook'>;
}

/**
 * The column as a condition. Some are supersets: that a third agency's request is still undecided, or that the receiver has not
 * spoken since it missed a status update, stands in other tables; that a level asks for what was missed, in the rules.
 * @throws Unavailable MEMBERSHIP_UNKNOWN, of what is overdue
 */
export function stands(column: WorklistColumn, { requests, timeline, members }: Beside): string {
  if (isOverdue(column)) return `(referral.${column} AND ${overdueSince(timeline, members.rulebook)} IS NOT NULL)`;
  if (column !== 'recipient_decides') return `referral.${column}`;
  const asked = `EXISTS (SELECT FROM ${requests} asked WHERE asked.referral = referral.id)`;
  return `(referral.recipient_decides AND (NOT referral.third_asked OR ${OWN_DECISION} OR ${asked}))`;
}

/** From when a leg of the list waits: of the most urgent, the longest waiting come first. */
export const waitsSince = (column: WorklistColumn, { timeline, members }: Beside): string =>
  isOverdue(column) ? overdueSince(timeline, members.rulebook) : 'referral.submitted_at';

const isOverdue = (column: WorklistColumn): boolean => column.endsWith('_overdue');
