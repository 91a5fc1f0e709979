import { busActors, leg, type Leg, type LaneMap, type Membership, type Rulebook } from '#libs/domain';
import type { BusEvent } from '#libs/contracts';
import type { DueClock, LaneCommand } from '#libs/journal';
import { DomainError, parseReferralId } from '#libs/kernel';
import { v7 } from 'uuid';

const { clock: actor } = busActors;

/** The bus as it is when the clock is run. */
export interface Surroundings {
  readonly lanes: LaneMap;
  readonly rulebook: Rulebook;
  /** Who can be called upon. */
  readonly membership: Membership;
  readonly sealed: ReadonlySet<number>;
}

/** A leg says that it is due, and then nothing, or that it may not be: no attempt will change that before its state or this program does. */
export class ClockUndecided extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`a clock is due and cannot be decided: ${code}`, options);
    this.name = 'ClockUndecided';
  }
}

/**
 * What is due of a leg, as a command of the bus's clock. Each attempt has a key of its own: whether there is anything to be said
 * the state says, under the lane's lock, and not whether somebody tried before. @throws TypeError for a key that is no referral
 */
export function clockCommand(
  { key: target }: DueClock,
  key: string,
  { lanes, sealed, ...by }: Surroundings,
): LaneCommand<Leg> {
  const address = parseReferralId(target);
  if (!address) throw new TypeError(`${target} is no referral`);
  return {
    name: 'RunClocks',
    lane: address.lane,
    key: target,
    actor,
    idempotency: { key, request: `${key}\n${target}` },
    correlation: v7(),
    causation: null,
    claimedAt: null,
    // a leg of an exercise says so itself
    synthetic: false,
    target,
    refusalLane: lanes.pick(address.jurisdiction, 'access', { agency: actor.agency, key, sealed }),
    decide: (state, now) => sayWhatIsDue(state, now, by),
  };
}

type JudgedBy = Pick<Surroundings, 'rulebook' | 'membership'>;

/** Nothing where it is not due any more: somebody acted, or another runner was first. @throws ClockUndecided */
function sayWhatIsDue(state: Leg, now: number, by: JudgedBy): BusEvent[] {
  const due = leg.due(state, by.rulebook);
  if (!due || due.at > now) return [];
  const events = decided(state, now, by);
  if (events.length === 0) throw new ClockUndecided('NOTHING_SAID');
  return events;
}

/** The clock's own word is never recorded as a refusal: it would be said again with every attempt. */
function decided(state: Leg, now: number, { rulebook, membership }: JudgedBy): BusEvent[] {
  try {
    return leg.decide({ type: 'RunClocks', meta: { actor, now }, data: {} }, state, rulebook, membership);
  } catch (cause) {
    throw cause instanceof DomainError ? new ClockUndecided(cause.code, { cause }) : cause;
  }
}
