import { channelsOf } from './contact-channels.js';
import { inMaintenance } from './notices.js';
import type { Member, Membership } from './state.js';

/** The role that is called upon at any hour (vocabulary 6, Budapest 35). */
export const AROUND_THE_CLOCK_ROLE = 'POC_247';

/** Why nobody can be called upon at any hour. */
export const COVERAGE_RISKS = ['NOT_HELD', 'NOT_AROUND_THE_CLOCK', 'IN_MAINTENANCE', 'NO_CHANNEL'] as const;
export type CoverageRisk = (typeof COVERAGE_RISKS)[number];

/** Whether a jurisdiction has a live 24/7 role: known before the ladder needs it (vocabulary 8.2). */
export interface Coverage {
  /** ISO 3166-1 alpha-2. */
  readonly jurisdiction: string;
  /** Null: it has one. */
  readonly risk: CoverageRisk | null;
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
        risk: riskOf(
          holding.map(([, member]) => member),
          now,
        ),
        holders: holding.map(([agency]) => agency),
        reached: there.flatMap(([agency, member]) => deskRoles(member).map((role) => ({ agency, role }))),
      };
    });
}

function riskOf(holders: readonly Member[], now: number): CoverageRisk | null {
  if (holders.length === 0) return 'NOT_HELD';
  const around = holders.filter((member) => deskRoles(member).includes(AROUND_THE_CLOCK_ROLE));
  if (around.length === 0) return 'NOT_AROUND_THE_CLOCK';
  const there = around.filter((member) => !inMaintenance(member, now));
  if (there.length === 0) return 'IN_MAINTENANCE';
  // whoever answers at any hour is called by the bus only where it knows by what
  return there.every((member) => channelsOf(member, AROUND_THE_CLOCK_ROLE).length === 0) ? 'NO_CHANNEL' : null;
}

/** Roles that it holds and whose desk answers at any hour. */
const deskRoles = ({ roles, contacts }: Member): string[] =>
  roles.filter((role) => contacts[role]?.availability === 'AROUND_THE_CLOCK');
