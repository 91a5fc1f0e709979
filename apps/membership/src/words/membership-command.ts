import { MEMBERSHIP_LANE } from '#libs/contracts';
import { isOfExercise, membership, MEMBERSHIP_STREAM, type Membership, type MembershipCommand } from '#libs/domain';
import type { Idempotency, LaneCommand } from '#libs/journal';
import type { Actor } from '#libs/kernel';

/** A command without who says it and when. */
export type Said = {
  [Type in MembershipCommand['type']]: Word<Extract<MembershipCommand, { type: Type }>>;
}[MembershipCommand['type']];
type Word<C extends MembershipCommand> = Pick<C, 'type' | 'data'>;

export interface MembershipOrigin {
  readonly actor: Actor;
  readonly idempotency: Idempotency;
  /** UUID of the request. */
  readonly correlation: string;
  /** Where a refusal is recorded; the bus's own lane unless said. */
  readonly refusalLane?: number;
}

/** Whatever is said of membership goes to one stream in one lane, so that it has one order. */
export function membershipCommand(
  said: Said,
  { actor, idempotency, correlation, refusalLane = MEMBERSHIP_LANE }: MembershipOrigin,
): LaneCommand<Membership> {
  return {
    name: said.type,
    lane: MEMBERSHIP_LANE,
    key: MEMBERSHIP_STREAM,
    legless: true,
    actor,
    idempotency,
    correlation,
    causation: null,
    claimedAt: null,
    synthetic: isOfExercise(said),
    target: null,
    refusalLane,
    decide: (state, now) => membership.decide({ ...said, meta: { actor, now } }, state),
  };
}
