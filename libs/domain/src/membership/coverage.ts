import { channelsOf } from './contact-channels.js';
import { deskHours } from './desk-hours.js';
import { inMaintenance } from './notices.js';
import { AROUND_THE_CLOCK_ROLE } from './roles.js';
import type { Member, Membership } from './state.js';

/** Why nobody can be called upon at any hour. */
export const COVERAGE_RISKS = [
  'NOT_HELD',
  'NOT_AROUND_THE_CLOCK',
  'WITHIN_HOURS',
  'IN_MAINTENANCE',
  'NO_CHANNEL',
] as const;
export type CoverageRisk = (typeof COVERAGE_RISKS)[number];

/** A time in which no desk of a role is open, in ms since 1970, UTC; `until` null: none opens within a year. */
export interface Gap {
  readonly from: number;
  readonly until: number | null;
}

/** Whether a jurisdiction has a live 24/7 role: known before the ladder needs it (vocabulary 8.2). */
export interface Coverage {
  /** ISO 3166-1 alpha-2. */
  readonly jurisdiction: string;
  /** Null: it has one. */
  readonly risk: CoverageRisk | null;
  /** Of WITHIN_HOURS: when nobody is there next. */
  readonly gap: Gap | null;
  /** Agencies that hold the role there. */
  readonly holders: readonly string[];
  /** Desks there, in whatever role, that are reached around the clock. */
  readonly reached: readonly { readonly agency: string; readonly role: string }[];
}

/** @param now ms since 1970, UTC */
export function coverageOf({ members, jurisdictions }: Membership, now: number): Coverage[] {
  return Object.keys(jurisdictions)
    .sort()
    .map((jurisdiction) => {
      const there = Object.entries(members).filter(
        ([, { status, country }]) => status === 'ADMITTED' && country === jurisdiction,
      );
      const holding = there.filter(([, { roles }]) => roles.includes(AROUND_THE_CLOCK_ROLE));
      return {
        jurisdiction,
        ...riskOf(
          holding.map(([, member]) => member),
          now,
        ),
        holders: holding.map(([agency]) => agency),
        reached: there.flatMap(([agency, member]) => deskRoles(member).map((role) => ({ agency, role }))),
      };
    });
}

function riskOf(holders: readonly Member[], now: number): Pick<Coverage, 'risk' | 'gap'> {
  const risk = (found: CoverageRisk | null, gap: Gap | null = null) => ({ risk: found, gap });
  if (holders.length === 0) return risk('NOT_HELD');
  const around = holders.filter((member) => deskRoles(member).includes(AROUND_THE_CLOCK_ROLE));
  const known = holders.filter((member) => hoursAt(member, now).open !== null);
  if (known.length === 0) return risk('NOT_AROUND_THE_CLOCK');
  // desks that keep hours may be there at any hour together
  const gap = around.length === 0 ? gapOf(known, now) : null;
  if (gap) return risk('WITHIN_HOURS', gap);
  const answering = around.length > 0 ? around : known;
  const there = answering.filter((member) => !inMaintenance(member, now));
  if (there.length === 0) return risk('IN_MAINTENANCE');
  // whoever answers at any hour is called by the bus only where it knows by what
  const called = there.some((member) => channelsOf(member, AROUND_THE_CLOCK_ROLE).length > 0);
  return risk(called ? null : 'NO_CHANNEL');
}

const LOOKED_AHEAD_MS = 31 * 86_400_000;

/** The first time within a month in which none of these has its desk open. */
function gapOf(members: readonly Member[], now: number): Gap | null {
  for (let at = now; at < now + LOOKED_AHEAD_MS;) {
    const hours = members.map((member) => hoursAt(member, at));
    const ends = hours.flatMap(({ open, changesAt }) => (open === true ? [changesAt ?? Infinity] : []));
    if (ends.length > 0) {
      at = Math.max(...ends);
      continue;
    }
    const opens = hours.flatMap(({ changesAt }) => changesAt ?? []);
    return { from: at, until: opens.length === 0 ? null : Math.min(...opens) };
  }
  return null;
}

const hoursAt = ({ contacts }: Member, at: number) => deskHours(contacts[AROUND_THE_CLOCK_ROLE], at);

/** Roles that it holds and whose desk answers at any hour. */
const deskRoles = ({ roles, contacts }: Member): string[] =>
  roles.filter((role) => contacts[role]?.availability === 'AROUND_THE_CLOCK');
