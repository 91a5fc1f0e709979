import { canonicalRequest } from '#libs/accepting';
import { LANE_COUNT } from '#libs/contracts';
import { type Directory, leg, type Leg, type LegEvent, requireTakingPart, transitionOf } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { DomainError, parseReferralId } from '#libs/kernel';
import { requireRight } from '../directory/parties.js';
import type { Move } from '../moves/move.js';
import type { Origin } from './origin.js';

/**
 * A command for an existing leg. Whatever is said of the caller and the content is said before anything is known of the leg,
 * and an address that cannot exist is answered as a leg of others is, so answers tell nothing of foreign referrals (faults Z1).
 * @throws ProblemError CONTENT_INVALID; DomainError 403, 404 REFERRAL_NOT_FOUND, 422
 */
export function moveLeg(
  directory: Directory,
  origin: Origin,
  { id, move, body }: { id: string; move: Move; body: unknown },
): LaneCommand<Leg> {
  const { actor, key, correlation, sealed } = origin;
  requireRight(directory, actor, transitionOf(move.name).who);
  const { content, sent, command } = move.read(body, { id, directory: directory.everybody, origin });
  const decide = (state: Leg, now: number): LegEvent[] => {
    const events = leg.decide(command({ actor, now }), state, origin.rulebook, origin.membership);
    requireTakingPart(directory, events);
    // Asked for as an exercise, released as one: and the same of what is real.
    if (sent && sent.synthetic !== leg.isSynthetic(state)) throw new DomainError('RELEASE_CONTENT_DIFFERS');
    return events;
  };
  return {
    name: move.name,
    lane: laneOf(directory, id),
    key: id,
    actor,
    idempotency: { key, request: canonicalRequest(move.name, id, content) },
    correlation,
    causation: null,
    claimedAt: sent?.claimedAt ?? null,
    synthetic: false,
    target: id,
    refusalLane: directory.lanes.pick(actor.country, 'access', { agency: actor.agency, key, sealed }),
    decide: move.discreet ? discreetly(decide) : decide,
  };
}

type Decide = (state: Leg, now: number) => LegEvent[];

/** A leg that must not be known of takes the key as one that is there does, so that re-using the key tells nothing either. */
function discreetly(decide: Decide): Decide {
  return (state, now) => {
    try {
      return decide(state, now);
    } catch (error) {
      if (isUnknown(error)) return [];
      throw error;
    }
  };
}

export const isUnknown = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'REFERRAL_NOT_FOUND';

/** The lane that the id names. @throws DomainError 404 for an id that no referral of the bus can have */
function laneOf(directory: Directory, id: string): number {
  const address = parseReferralId(id);
  if (
    address &&
    address.lane < LANE_COUNT &&
    directory.lanes.jurisdictionsOf(address.lane).includes(address.jurisdiction)
  )
    return address.lane;
  throw new DomainError('REFERRAL_NOT_FOUND', {}, 404);
}
