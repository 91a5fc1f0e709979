import type { Duty, LoweringReason, OnwardObstacle, Priority, PriorityReason } from '#libs/contracts';
import { ordered } from '../ordered.js';

export interface Graded {
  readonly level: Priority;
  readonly reasons: readonly PriorityReason[];
}

/** What the receiver says of the level. `decided`: by a person, since the sender last raised it, so that it drives (R1.1). */
export interface Received extends Graded {
  readonly decided?: true;
}

/** A lowering of P1 that waits for a second person. */
export interface Proposal {
  readonly event: string;
  readonly level: Priority;
  readonly reasons: readonly PriorityReason[];
  readonly reason: LoweringReason;
  readonly person: string | null;
}

/** A lowering of P1 that holds, to which the sender may object. `persons`: who lowered it. */
export interface Lowered {
  readonly event: string;
  readonly persons: readonly (string | null)[];
  /** What drove before. */
  readonly from: Graded;
}

/** Who climbs: for which duty, counted from when, to which step. */
export interface Ladder {
  readonly duty: Duty;
  readonly from: number;
  readonly step: number;
  /** A person said that somebody acts. */
  readonly answered?: true;
}

export interface Preservation {
  readonly event: string;
  readonly by: string;
  readonly abroad: boolean;
  /** Once it was confirmed: when, and until when it holds. */
  readonly said?: number;
  readonly until?: number;
  /** Days of the last alarm. */
  readonly alarmed?: number;
}

/** What the clocks and ladder of a leg need. Small, since it is written with every event; what is not there is absent. */
export interface Escalation {
  /** Both parties' values are kept (vocabulary 1.4 R1.1). */
  readonly sender: Graded | null;
  readonly receiver: Received | null;
  /** Role and country of the receiver. */
  readonly to?: { readonly role: string; readonly country: string };
  /** Version of the rules that the leg is judged by; absent on legs from before there were any, for which nothing runs. */
  readonly rules?: number;
  /** When the bus received the leg, or it came back to life: what times are counted from. */
  readonly from?: number;
  /** Since when the level drives; absent: since `from`. */
  readonly levelSince?: number;
  readonly proposal?: Proposal;
  readonly lowered?: Lowered;
  /** What the sender restored by its objection: drives until the higher role has decided. */
  readonly dispute?: Lowered & { readonly dispute: string };
  readonly voice?: true;
  readonly located?: true;
  /** Event ids of what services were told. */
  readonly notified?: readonly string[];
  /** A request to preserve was made, or there is nothing to preserve. */
  readonly preserved?: true;
  readonly preservations?: readonly Preservation[];
  readonly warned?: readonly Duty[];
  readonly missed?: readonly Duty[];
  readonly ladder?: Ladder;
  /** Agencies beside the parties that were called upon or told: they may answer. */
  readonly called?: readonly string[];
  /** For what the case was not let go on, of which the national contacts were told, until one of them answers. */
  readonly stuck?: readonly OnwardObstacle[];
}

/** Bounds of the state; each is refused by a code of its own. */
export const ESCALATION_LIMITS = {
  /** Requests to preserve that stand: PRESERVATIONS_EXHAUSTED. */
  preservations: 4,
  /** Services that were told: SAFEGUARDING_EXHAUSTED. */
  notified: 6,
  /** Whom one step calls upon. */
  calledByStep: 6,
  /** Agencies that are remembered as called upon. */
  called: 16,
  /** Events of one look of the clock; what is left is due at once. */
  eventsOfClock: 24,
} as const;

/** What drives: the restored level of a dispute, the receiver's human decision, or the higher of both (R1.1, R1.2). */
export function drivingGrade({ sender, receiver, dispute }: Escalation): Graded | null {
  if (dispute) return dispute.from;
  if (!sender || !receiver) return sender ?? receiver;
  return receiver.decided === true || receiver.level < sender.level ? receiver : sender;
}

const order = [
  ...(['sender', 'receiver', 'to', 'rules', 'from', 'levelSince', 'proposal', 'lowered', 'dispute'] as const),
  ...([
    'voice',
    'located',
    'notified',
    'preserved',
    'preservations',
    'warned',
    'missed',
    'ladder',
    'called',
    'stuck',
  ] as const),
] as const satisfies readonly (keyof Escalation)[];

/** In one spelling; a list of nothing is absent. */
export function inOrder(state: Escalation): Escalation {
  return ordered(state, order, isThere);
}

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
