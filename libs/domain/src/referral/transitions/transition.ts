import type { EventName } from '#libs/contracts';

/** The states of a leg on the bus, in the order of a case's life, then the ends (vocabulary 2.2). DRAFT never comes onto the bus. */
export const REFERRAL_STATUSES = [
  'SUBMITTED',
  'RECEIVED',
  'ACKNOWLEDGED',
  'INFO_REQUESTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'ON_HOLD',
  'OUTCOME_REPORTED',
  'CLOSED',
  'REJECTED',
  'FORWARDED',
  'WITHDRAWN',
  'EXPIRED',
  'ENTERED_IN_ERROR',
] as const;

/** The states of a leg on the bus. */
export type SubmittedStatus = (typeof REFERRAL_STATUSES)[number];

/** `NONE` is the leg before its submission: unknown, or waiting for its release inside the sender's agency. */
export type ReferralStatus = 'NONE' | SubmittedStatus;

/**
 * Whose word a command is. SENDER and RECEIVER are the parties of the leg; THIRD is any agency that is no party; CONTACT is
 * a national contact of a country that the case concerns or that was asked to consult; HIGHER is the 24/7 or national contact of
 * the receiver's country, while the parties disagree on the level; ADDRESSED is an agency that the escalation called upon; TOLD is
 * a national contact of one of the ends of a case that was told that it is stuck; POLICY and CLOCK are the bus itself.
 */
export type Speaker =
  'SENDER' | 'RECEIVER' | 'THIRD' | 'CONTACT' | 'HIGHER' | 'ADDRESSED' | 'TOLD' | 'POLICY' | 'CLOCK';

/**
 * From each of these states the command has this event, and those with it, and leads there; `STAYS`: the state is as it was.
 * Where the sender asks for the case back, `answers` is said before it: no such request ends without a word.
 */
export interface Move {
  readonly from: readonly ReferralStatus[];
  readonly event: EventName;
  readonly with?: readonly EventName[];
  readonly answers?: 'WithdrawalDeclined';
  readonly to: SubmittedStatus | 'STAYS';
}

/** One row of the table: a command. */
export interface Transition {
  /** What it says, in an officer's words, after "the … ". */
  readonly says: string;
  readonly who: readonly Speaker[];
  readonly moves: readonly Move[];
  /** Where the command says nothing new any more, so that it is answered without an event (if its words are the same). */
  readonly alreadySaid?: readonly ReferralStatus[];
  /** The reason or content without which it is refused. */
  readonly needs?: string;
  /** A named person must say it. */
  readonly person?: true;
  /** Only who said the named part may say this of it. */
  readonly originator?: true;
  /** Section of the vocabulary. */
  readonly source: string;
}

/** A word of the bus that comes late finds that something else happened: no news, and no fault. These are the states for that. */
export function anyBut(...from: SubmittedStatus[]): readonly SubmittedStatus[] {
  return REFERRAL_STATUSES.filter((status) => !from.includes(status));
}
