import { busActors, leg, type Leg, type LaneMap, type Rulebook } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { parseReferralId } from '#libs/kernel';
import { v7 } from 'uuid';
import type { KnownLeg } from './evidence-desk.js';

const { policy: actor } = busActors;

/** The bus as it is when the evidence is said. */
export interface Surroundings {
  readonly lanes: LaneMap;
  readonly rulebook: Rulebook;
  readonly sealed: ReadonlySet<number>;
}

/**
 * What is known of the way of a leg, as a command of the bus's policy, once for each length of that way; null for what is no
 * referral. Whether it is news the state says: a leg that another journal knows, or that says more itself, stays as it is.
 */
export function evidenceCommand(
  { leg: target, known, reached }: KnownLeg,
  { lanes, rulebook, sealed }: Surroundings,
): LaneCommand<Leg> | null {
  const address = parseReferralId(target);
  if (!address) return null;
  const key = `evidence.${known}.${target}`;
  return {
    name: 'AdvanceEvidence',
    lane: address.lane,
    key: target,
    actor,
    idempotency: { key, request: key },
    correlation: v7(),
    causation: null,
    claimedAt: null,
    // a leg of an exercise says so itself
    synthetic: false,
    target,
    refusalLane: lanes.pick(address.jurisdiction, 'access', { agency: actor.agency, key, sealed }),
    decide: (state, now) =>
      state.referral.status === 'NONE'
        ? []
        : leg.decide({ type: 'AdvanceEvidence', meta: { actor, now }, data: { reached } }, state, rulebook),
  };
}
