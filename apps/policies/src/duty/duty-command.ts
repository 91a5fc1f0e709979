import {
  busActors,
  type Directory,
  leg,
  type Leg,
  type LegEvent,
  requireTakingPart,
  type Rulebook,
} from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { parseReferralId } from '#libs/kernel';
import type { Duty } from './duty.js';
import type { Words } from './words-of.js';

const { policy: actor } = busActors;

/** The bus as it is when the duty is said. */
interface Surroundings {
  readonly directory: Directory;
  readonly rulebook: Rulebook;
  readonly sealed: ReadonlySet<number>;
}

/**
 * A duty as a command of the bus's policy. Its key is made of the event and the kind of duty, so it counts once, whoever says
 * it how often. @throws TypeError for a target that is no referral
 */
export function dutyCommand(
  { kind, event, target }: Duty,
  words: Words,
  { directory, sealed, rulebook }: Surroundings,
): LaneCommand<Leg> {
  const address = parseReferralId(target);
  if (!address) throw new TypeError(`${target} is no referral`);
  const { meta } = event;
  const key = `policy.${kind}.${meta.eventId}`;
  const name = words({ actor, now: 0 }).type;
  return {
    name,
    lane: address.lane,
    key: target,
    actor,
    // what is said follows from the event, so the event says which request it is
    idempotency: { key, request: `${key}\n${target}` },
    correlation: meta.correlation,
    causation: meta.eventId,
    claimedAt: null,
    synthetic: meta.synthetic,
    target,
    refusalLane: directory.lanes.pick(address.jurisdiction, 'access', { agency: actor.agency, key, sealed }),
    decide: (state, now): LegEvent[] => {
      // A key is forgotten after a time; the leg is not. Submitted is submitted.
      if (kind === 'SUBMIT' && state.referral.status !== 'NONE') return [];
      const events = leg.decide(words({ actor, now }), state, rulebook);
      // whoever was to have the leg may have left since it was passed on; what is said of a leg that is there is not held up
      if (kind === 'SUBMIT') requireTakingPart(directory, events);
      return events;
    },
  };
}
