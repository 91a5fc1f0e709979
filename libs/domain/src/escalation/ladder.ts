import type { Party } from '#libs/contracts';
import { inMaintenance } from '../membership/notices.js';
import type { Member, Membership } from '../membership/state.js';
import type { LadderStep } from './rules.js';
import { ESCALATION_LIMITS } from './state.js';

interface Called {
  /** The first ones first: those who are reached around the clock, and whose systems are there. */
  readonly to: Party[];
  /** Roles of the step that nobody holds: a risk that is seen here (vocabulary 8.2, countries with a live 24/7 role). */
  readonly unfilled: string[];
}

/**
 * Whom a step calls upon, by who takes part now.
 * @param receiver in the role in which it has the leg, and is called upon where it does not hold that of the step
 * @param sender who is waited for by nobody here, and is not called upon for its own referral
 */
export function calledUpon(
  { reach }: LadderStep,
  { receiver, sender }: { readonly receiver: Party; readonly sender: string },
  { members }: Membership,
  now: number,
): Called {
  const found = reach.map(({ where, roles }) => {
    const there = Object.entries(members).filter(
      ([agency, member]) => agency !== sender && isThere(where, agency, member, receiver),
    );
    const holders = there
      .flatMap(([agency, member]) =>
        roles
          .filter((role) => member.roles.includes(role))
          .map((role) => ({ party: { agency, role, country: member.country }, rank: rankOf(member, role, now) })),
      )
      .sort((one, other) => one.rank - other.rank || order(one.party.agency, other.party.agency))
      .map(({ party }) => party);
    const missing = roles.filter((role) => !holders.some((holder) => holder.role === role));
    const own = where === 'RECEIVER' && holders.length === 0 ? [receiver] : [];
    return { holders: [...holders, ...own], unfilled: holders.length === 0 ? missing : [] };
  });
  return {
    to: found.flatMap(({ holders }) => holders).slice(0, ESCALATION_LIMITS.calledByStep),
    unfilled: [...new Set(found.flatMap(({ unfilled }) => unfilled))],
  };
}

function isThere(
  where: LadderStep['reach'][number]['where'],
  agency: string,
  { status, country }: Member,
  receiver: Party,
): boolean {
  if (status !== 'ADMITTED') return false;
  switch (where) {
    case 'RECEIVER':
      return agency === receiver.agency;
    case 'ALTERNATE':
      return country === receiver.country && agency !== receiver.agency;
    case 'COUNTRY':
      return country === receiver.country;
    case 'INTERNATIONAL':
      return true;
  }
}

function rankOf(member: Member, role: string, now: number): number {
  const around = member.contacts[role]?.availability === 'AROUND_THE_CLOCK';
  return (around ? 0 : 1) + (inMaintenance(member, now) ? 2 : 0);
}

// by bytes and not by a locale: the same everywhere
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
