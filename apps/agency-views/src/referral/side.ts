import type { CaseReader } from '#libs/access';
import type { ReferralRow } from './referral-row.js';

/** Whose eyes see the leg: those of one of its parties, or of an agency that it was opened to. */
export type Side = 'SENDER' | 'RECEIVER' | 'THIRD';

export function sideOf(row: Pick<ReferralRow, 'sender_agency' | 'recipient_agency'>, { agency }: CaseReader): Side {
  if (row.recipient_agency === agency) return 'RECEIVER';
  return row.sender_agency === agency ? 'SENDER' : 'THIRD';
}
