import type { ClosedDesk, Party } from '#libs/contracts';
import { type DeskHours, deskHours } from '../membership/desk-hours.js';
import { inMaintenance } from '../membership/notices.js';
import { AROUND_THE_CLOCK_ROLE } from '../membership/roles.js';
import type { Member, Membership } from '../membership/state.js';
import { type LadderStep, type Level, waitsForOpening } from './rules.js';
import { ESCALATION_LIMITS } from './state.js';

type Reach = LadderStep['reach'][number];

interface Called {
  /** The first ones first: those who are there, and whose systems are. */
  readonly to: Party[];
  /** Roles of the step that nobody holds: a risk that is seen here (vocabulary 8.2, countries with a live 24/7 role). */
  readonly unfilled: string[];
  /** Desks of the step that are closed now: those who are in `to` as well wait, or nobody else was there. */
  readonly closed: ClosedDesk[];
}

/** What a step is taken for. */
export interface Climbing {
  readonly level: Level;
  /** From the step on that is taken. */
  readonly ladder: readonly LadderStep[];
  /** In the role in which it has the leg, and is called upon where it does not hold that of the step. */
  readonly receiver: Party;
  /** Who is waited for by nobody here, and is not called upon for its own referral. */
  readonly sender: string;
}

/** A desk that a step looks for. */
interface Desk {
  readonly party: Party;
  readonly hours: DeskHours;
  /** Its systems are away. */
  readonly away: boolean;
}

const isClosed = ({ hours }: Desk): boolean => hours.open === false;

/**
 * Whom the first step of the ladder calls upon, by who takes part and who is there now. Closed desks are passed over while another
 * one of the same reach is there. Where all are closed, P3 and P4 wait for them; P1 and P2 go to whoever is there instead: the 24/7
 * role of the country, then the rest of the ladder in its order, and the closed ones where nobody is.
 */
export function calledUpon(climbing: Climbing, { members }: Membership, now: number): Called {
  const [step, ...later] = climbing.ladder;
  const found = (step?.reach ?? []).map((reach) => desksOf(reach, climbing, members, now));
  const standIns = (): readonly Desk[] =>
    [always, ...later.flatMap(({ reach }) => reach)]
      .map((reach) => desksOf(reach, climbing, members, now).desks.filter((desk) => !isClosed(desk)))
      .find((desks) => desks.some(({ away }) => !away)) ?? [];
  const called = found.flatMap(({ desks }) => {
    const there = desks.filter((desk) => !isClosed(desk));
    if (there.length === desks.length || there.some(({ away }) => !away)) return there;
    if (waitsForOpening(climbing.level)) return there.length > 0 ? there : desks.toSorted(byOpening);
    const others = [...there, ...standIns()];
    return others.length > 0 ? others : desks;
  });
  const limit = ESCALATION_LIMITS.calledByStep;
  return {
    to: distinct(called).slice(0, limit),
    unfilled: [...new Set(found.flatMap(({ unfilled }) => unfilled))],
    closed: found
      .flatMap(({ desks }) => desks.filter(isClosed))
      .slice(0, limit)
      .map(({ party, hours }) => ({ desk: party, opensAt: hours.changesAt })),
  };
}

const always: Reach = { where: 'COUNTRY', roles: [AROUND_THE_CLOCK_ROLE] };

/** Of an agency of which nothing was said. */
const unknown = { hours: { open: null, changesAt: null }, away: false } as const;
/** Of a receiver that is suspended or has left: nobody is told there, so others are at once where it is urgent. */
const deserted = { hours: { open: false, changesAt: null }, away: true } as const;

/** Of a reach, the first ones first; where the receiver holds no role of it, the receiver itself. */
function desksOf(
  { where, roles }: Reach,
  { receiver, sender }: Climbing,
  members: Membership['members'],
  now: number,
): { readonly desks: readonly Desk[]; readonly unfilled: readonly string[] } {
  const deskIn = (agency: string, member: Member, role: string): Desk => ({
    party: { agency, role, country: member.country },
    hours: deskHours(member.contacts[role], now),
    away: inMaintenance(member, now),
  });
  const holders = Object.entries(members)
    .filter(([agency, member]) => agency !== sender && isThere(where, agency, member, receiver))
    .flatMap(([agency, member]) =>
      roles.filter((role) => member.roles.includes(role)).map((role) => deskIn(agency, member, role)),
    )
    .sort((one, other) => rankOf(one) - rankOf(other) || order(one.party.agency, other.party.agency));
  if (holders.length > 0) return { desks: holders, unfilled: [] };
  if (where !== 'RECEIVER') return { desks: [], unfilled: roles };
  const member = Object.hasOwn(members, receiver.agency) ? members[receiver.agency] : undefined;
  if (member && member.status !== 'ADMITTED') return { desks: [{ ...deserted, party: receiver }], unfilled: roles };
  const own = member && deskIn(receiver.agency, member, receiver.role);
  return { desks: [{ ...(own ?? unknown), party: receiver }], unfilled: roles };
}

function isThere(where: Reach['where'], agency: string, { status, country }: Member, receiver: Party): boolean {
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

const rankOf = ({ hours, away }: Desk): number => (hours.open === true ? 0 : 1) + (away ? 2 : 0);

const byOpening = (one: Desk, other: Desk): number =>
  (one.hours.changesAt ?? Infinity) < (other.hours.changesAt ?? Infinity) ? -1 : 1;

// by bytes and not by a locale: the same everywhere
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const distinct = (desks: readonly Desk[]): Party[] => [
  ...new Map(desks.map(({ party }) => [`${party.agency} ${party.role}`, party])).values(),
];
