import { type BusEvent, DUTIES, type Duty, type Priority } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import { escalationAfter } from '../escalation/fold.js';
import { climbedNow } from '../escalation/moments.js';
import type { Escalation } from '../escalation/state.js';
import { isOpen } from '../referral/ended.js';
import { speakerOf } from '../referral/evolve.js';
import { arrivalOf } from '../referral/transitions/transitions.js';
import type { LegEvent } from './leg.js';

/** What an event of a leg says of its level: P1 drives from here on and did not before, or drives no more; else null. */
export function urgencyIn(event: BusEvent): 'P1' | 'LESS' | null {
  switch (event.type) {
    case 'PrioritySet':
      // with its submission; a receiver only confirms what drives
      return event.data.side === 'SENDER' && event.data.level === 'P1' ? 'P1' : null;
    case 'PriorityChanged':
      if (event.data.status !== 'IN_FORCE') return null;
      return event.data.driving === 'P1' ? begins(event.data.previous) : 'LESS';
    case 'PriorityDisputed':
      return event.data.driving === 'P1' ? begins(event.data.previous) : null;
    default:
      return null;
  }
}

const begins = (previous: Priority): 'P1' | null => (previous === 'P1' ? null : 'P1');

/**
 * For which of these duties nobody is called upon any more once an event was said: a person answered, it is done, or nothing is
 * owed at all. As the ladder stops (vocabulary 1.3, 1.4 R1.4): asked of the very code that climbs it.
 * @param receiver who has the leg
 */
export function callsEndedBy(event: LegEvent, receiver: string, accepted: Accepted): Duty[] {
  // another step calls upon more of them
  if (event.type === 'EscalationRaised') return [];
  const arrival = arrivalOf(event);
  if (arrival !== null && !isOpen(arrival)) return [...DUTIES];
  const fact = { event, speaker: speakerOf(event), arrival };
  return DUTIES.filter((duty) => {
    const after = escalationAfter(climbingFor(duty), fact, receiver, accepted);
    // as long as the event does not say otherwise, nobody has acted
    return climbedNow({ status: arrival ?? 'SUBMITTED' }, after) === undefined;
  });
}

const climbingFor = (duty: Duty): Escalation => ({
  ...{ sender: null, receiver: null, rules: 1 },
  missed: [duty],
  ladder: { duty, from: 0, step: 1 },
});
