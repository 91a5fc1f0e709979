import { LANE_COUNT } from '#libs/contracts';
import { type Directory, leg, type Leg } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { DomainError, parseReferralId } from '#libs/kernel';
import { readContent } from '../content/read-content.js';
import { requireReceiver } from '../directory/parties.js';
import { canonicalRequest } from '../idempotency/canonical-request.js';
import type { Move } from './moves.js';
import type { Origin } from './origin.js';

/**
 * A command for an existing leg. Whatever is said of the caller and the content is said before anything is known of the leg,
 * and an address that cannot exist is answered as a leg of others is, so answers tell nothing of foreign referrals (faults Z1).
 * @throws ProblemError CONTENT_INVALID; DomainError 403, 404 REFERRAL_NOT_FOUND, 422
 */
export function moveLeg<Content extends object>(
  directory: Directory,
  origin: Origin,
  { id, move, body }: { id: string; move: Move<Content>; body: unknown },
): LaneCommand<Leg> {
  const { actor, key, correlation, sealed } = origin;
  requireReceiver(actor);
  const content = readContent(move.schema, body);
  const command = move.said(content, { id, directory });
  return {
    name: move.name,
    lane: laneOf(directory, id),
    key: id,
    actor,
    idempotency: { key, request: canonicalRequest(move.name, id, content) },
    correlation,
    causation: null,
    claimedAt: null,
    synthetic: false,
    target: id,
    refusalLane: directory.lanes.pick(actor.country, 'access', { agency: actor.agency, key, sealed }),
    decide: (state, now) => leg.decide(command({ actor, now }), state),
  };
}

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
