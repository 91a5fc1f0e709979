import { type BusEvent, MEMBERSHIP_LANE } from '#libs/contracts';
import {
  type Exercises,
  isOfExercise,
  membership,
  MEMBERSHIP_STREAM,
  type Membership,
  type MembershipCommand,
  rules,
  type Rules,
  RULES_STREAM,
  type RulesCommand,
} from '#libs/domain';
import type { Idempotency, LaneCommand } from '#libs/journal';
import type { Actor, Command } from '#libs/kernel';

/** A command without who says it and when. */
type WithoutMeta<C extends Command> = {
  [Type in C['type']]: Pick<Extract<C, { type: Type }>, 'type' | 'data'>;
}[C['type']];
export type MembershipSaid = WithoutMeta<MembershipCommand>;
export type RulesSaid = WithoutMeta<RulesCommand>;

export interface MembershipOrigin {
  readonly actor: Actor;
  readonly idempotency: Idempotency;
  /** UUID of the request. */
  readonly correlation: string;
  /** Whether the actor still takes part when the command is decided; the bus's own does. @throws DomainError 403 STANDING_LOST */
  readonly requireStanding?: () => void;
  /** As they are known when the command is decided; the bus's own is of none. */
  readonly exercises?: () => Exercises;
  /** Where a refusal is recorded; the bus's own lane unless said. */
  readonly refusalLane?: number;
}

/** Who takes part. Whatever is said goes to one stream in one lane, so that it has one order. */
export function membershipCommand(said: MembershipSaid, origin: MembershipOrigin): LaneCommand<Membership> {
  return {
    ...inOwnLane(said.type, MEMBERSHIP_STREAM, origin),
    synthetic: isOfExercise(said),
    decide: (state, now): BusEvent[] => {
      origin.requireStanding?.();
      return membership.decide({ ...said, meta: { actor: origin.actor, now } }, state);
    },
  };
}

/** Rules, code lists and treaty statuses: a stream of their own in the same lane. */
export function rulesCommand(said: RulesSaid, origin: MembershipOrigin): LaneCommand<Rules> {
  return {
    ...inOwnLane(said.type, RULES_STREAM, origin),
    synthetic: 'exercise' in said.data && said.data.exercise !== null,
    decide: (state, now): BusEvent[] => {
      origin.requireStanding?.();
      return rules.decide({ ...said, meta: { actor: origin.actor, now } }, state, origin.exercises?.());
    },
  };
}

function inOwnLane(
  name: string,
  key: string,
  { actor, idempotency, correlation, refusalLane = MEMBERSHIP_LANE }: MembershipOrigin,
): Omit<LaneCommand, 'decide'> {
  const origin = { actor, idempotency, correlation, causation: null, claimedAt: null };
  return { name, lane: MEMBERSHIP_LANE, key, legless: true, ...origin, synthetic: false, target: null, refusalLane };
}
