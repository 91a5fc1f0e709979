import type {
  AcceptanceScope,
  ExtraditionFlag,
  Ground,
  HandlingCondition,
  HoldReason,
  InfoRequestType,
  Party,
  WithdrawalReason,
} from '#libs/contracts';
import { ordered } from '../ordered.js';
import type { Delivery } from './delivery-steps.js';
import type { Parts } from './parts.js';
import type { SubmittedStatus } from './transitions/transition.js';

/** A release that one person asked another for, inside the sender's agency. */
export interface Release {
  readonly from: Party;
  /** Who asked. */
  readonly person: string | null;
  /** Digest of what may be submitted, base64url. Null once it was refused. */
  readonly content: string | null;
}

/** Before its submission a leg exists for the sender's agency only, and only while a release was asked for. */
export interface Unsubmitted {
  readonly status: 'NONE';
  readonly release?: Release;
}

/** What is recorded of the duty of Budapest 24(6); there also when nothing of it stands any more. */
export interface Obliged {
  /** Ids of the statements that stand and make it, shortened, oldest first. */
  readonly madeBy: readonly string[];
  /** Of the receiver's later statement that the person is extradited after all. */
  readonly endedBy?: string;
}

/**
 * A leg as deciding needs it: small, since it is written with every event; its lists are bounded (limits.ts). Times are in
 * milliseconds since 1970, UTC.
 */
export interface Submitted {
  readonly status: SubmittedStatus;
  readonly sender: string;
  readonly receiver: string;
  /** When the status was reached. */
  readonly since: number;
  /** The receiver's last act, or the submission: what silence is counted from. */
  readonly acted: number;
  /** Version of the rules that the leg was submitted under. */
  readonly rules: number;
  /** How often the case was handed on to come here. */
  readonly hop: number;
  /** Event id of the submission; null on legs of an earlier version of this state, which did not keep it. */
  readonly submission: string | null;
  /** Countries that the case concerns; null, as above: not known. */
  readonly countries: readonly string[] | null;
  /** Countries in which only data lie are not among them; absent on legs from before they were told apart. */
  readonly custodyApart?: true;
  /** Country of the sender of the first leg; null, as above: not known. */
  readonly originCountry: string | null;
  /** Version of the submission, absent for the first. */
  readonly version?: number;
  /** Agencies that held the case before the sender; absent on first legs. */
  readonly chain?: readonly string[];
  readonly scope?: AcceptanceScope;
  /** Of the acceptance or the rejection. */
  readonly reason?: Ground | null;
  /** Of a conditional acceptance, where codes say them. */
  readonly conditions?: readonly HandlingCondition[];
  /** While information is asked for: what. */
  readonly asked?: readonly InfoRequestType[];
  /** While work rests. */
  readonly hold?: { readonly reason: HoldReason; readonly reviewAt: number };
  /** While the sender asks for it back. */
  readonly withdrawal?: WithdrawalReason;
  /** Where the case went, or is offered to. */
  readonly onward?: { readonly leg: string; readonly to: Party; readonly offered: boolean };
  readonly extradition?: ExtraditionFlag;
  /** Since one was recorded; absent on legs of which only the extradition flag tells. */
  readonly obliged?: Obliged;
  /** What was said beside the submission and may be corrected by who said it. */
  readonly parts?: Parts;
  /** Agencies whose request is undecided. */
  readonly accessAsked?: readonly string[];
  readonly transferAsked?: readonly string[];
  readonly consultation?: { readonly opener: string; readonly countries: readonly string[] };
  readonly bundle?: string;
  /** How far it got on its way, until the receiver says a word; absent on legs from before evidence of it was kept. */
  readonly delivery?: Delivery;
}

export type Referral = Unsubmitted | Submitted;

/** @throws TypeError for an event of a leg that was never submitted */
export function submittedOf(state: Referral): Submitted {
  if (state.status === 'NONE') throw new TypeError('an event of a referral that was never submitted');
  return state;
}

type Begun = Pick<Submitted, 'status' | 'sender' | 'receiver' | 'since'>;

/** A first leg of which no more is known: written before legs were counted. */
export function beginning({ status, sender, receiver, since }: Begun): Submitted {
  return {
    status,
    sender,
    receiver,
    since,
    acted: since,
    rules: 1,
    hop: 0,
    submission: null,
    countries: null,
    originCountry: null,
  };
}

/**
 * The receiver acted: its silence is counted from here on, and of how the leg got there no more is to be said. An act of anybody
 * else changes nothing.
 */
export function actedBy<State extends Referral>(agency: string | null, state: State, at: number): State {
  if (state.status === 'NONE' || agency !== state.receiver) return state;
  const { delivery: _arrived, ...kept } = state;
  return { ...kept, acted: at } as State;
}

/** The stored form of version 1: five states, and nothing that later commands need. */
export type ReferralV1 =
  | { readonly status: 'NONE' }
  | (Pick<Submitted, 'sender' | 'receiver' | 'since' | 'scope' | 'reason'> & {
      readonly status: 'SUBMITTED' | 'RECEIVED' | 'ACKNOWLEDGED' | 'ACCEPTED' | 'REJECTED';
    });

/** What a leg of version 1 knows of the rest: every status of its own but the first was the receiver's act. */
export function upcastReferral(state: ReferralV1): Referral {
  if (state.status === 'NONE') return { status: 'NONE' };
  return inOrder({ ...beginning(state), scope: state.scope, reason: state.reason });
}

const order = [
  'status',
  'sender',
  'receiver',
  'since',
  'acted',
  'rules',
  'hop',
  'submission',
  'countries',
  'custodyApart',
  'originCountry',
  'version',
  'chain',
  'scope',
  'reason',
  'conditions',
  'asked',
  'hold',
  'withdrawal',
  'onward',
  'extradition',
  'obliged',
  'parts',
  'accessAsked',
  'transferAsked',
  'consultation',
  'bundle',
  'delivery',
] as const satisfies readonly (keyof Submitted)[];

/** In one spelling. */
export function inOrder(state: Submitted): Submitted {
  return ordered(state, order);
}
