import { type CalledBy, calledBy, type Member, type Membership, type Rulebook, waitsForOpening } from '#libs/domain';
import type { Call } from './call.js';

const NOBODY: CalledBy = { channels: [], waitsUntil: null };

/**
 * In the role that it is called in, and in that of P1 where the agency holds it.
 * @param now of the bus, in ms since 1970, UTC
 */
export function byWhat(call: Call, membership: Membership, { escalation }: Rulebook, now: number): CalledBy {
  const member = reachable(call, membership);
  if (!member) return NOBODY;
  const { responsible } = escalation.inForce(now).levels.P1;
  const urgent = call.step === null ? responsible.roles.filter((role) => member.roles.includes(role)) : [];
  return calledBy(member, [call.role, ...urgent], { now, canWait: waitsForOpening(call.level) });
}

/**
 * The agency that is called, while it takes part. For an exercise only whoever takes part in one that is running is called: the
 * ladder is climbed by the production rules (S7), and wakes nobody who does not know of the drill, nor anybody once it is over.
 */
export function reachable({ agency, synthetic }: Call, { members, training }: Membership): Member | undefined {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  if (member?.status !== 'ADMITTED') return undefined;
  const isDrilled = Object.values(training.exercises).some(
    ({ status, participants }) => status === 'RUNNING' && participants.includes(agency),
  );
  return synthetic && !isDrilled ? undefined : member;
}
