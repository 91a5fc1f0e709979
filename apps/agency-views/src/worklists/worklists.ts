import { z } from 'zod';
import type { ListSide } from '../lists/list-query.js';
import { OWN_DECISION, type WorklistColumn } from '../referral/referral.columns.js';

/** Which legs stand in a worklist, for the agency on either side of them. */
export interface Worklist {
  readonly says: string;
  readonly sides: { readonly [Side in ListSide]?: WorklistColumn };
}

/** Features B17. `overdue` needs clocks. Drafts that wait for their release are no referrals yet, and have a list of their own. */
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

/**
 * The column as a condition. One is a superset: that a third agency's request is still undecided stands in another table.
 * @param requests the table of open requests
 */
export function stands(column: WorklistColumn, requests: string): string {
  if (column !== 'recipient_decides') return `referral.${column}`;
  const asked = `EXISTS (SELECT FROM ${requests} asked WHERE asked.referral = referral.id)`;
  return `(referral.recipient_decides AND (NOT referral.third_asked OR ${OWN_DECISION} OR ${asked}))`;
}
