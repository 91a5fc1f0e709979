import type { ContactPoint } from '#libs/contracts';
import { type DeskHours, deskHours } from './desk-hours.js';
import { inMaintenance } from './notices.js';
import { type Circumstances, type Part, partsOf, type ResponsibilityTable, type Step } from './responsibilities.js';
import type { Membership } from './state.js';

export interface Question extends Circumstances {
  readonly step: Step;
  /** ISO 3166-1 alpha-2 of the agencies that are asked for. */
  readonly country: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** An agency in the role in which it must act, and how its desk is reached. */
export interface Actor {
  readonly agency: string;
  readonly role: string;
  readonly parts: readonly Part[];
  readonly contact: ContactPoint | null;
  readonly hours: DeskHours;
  /** Its systems are away: it is to be telephoned. */
  readonly inMaintenance: boolean;
}

/**
 * Who must act now: agencies of the country that are responsible or accountable for the step (vocabulary 6.1), those first
 * who are responsible, among them those first whose desk is known to be there, and those last whose desk is closed.
 * @param table the one in force at that time; this build's unless said
 */
export function whoMustAct(
  { members }: Membership,
  { step, country, now, ...circumstances }: Question,
  table?: ResponsibilityTable,
): Actor[] {
  return Object.entries(members)
    .filter(([, member]) => member.status === 'ADMITTED' && member.country === country)
    .flatMap(([agency, member]) =>
      member.roles.map((role) => ({
        agency,
        role,
        parts: partsOf(step, role, circumstances, table),
        contact: member.contacts[role] ?? null,
        hours: deskHours(member.contacts[role], now),
        inMaintenance: inMaintenance(member, now),
      })),
    )
    .filter(({ parts }) => parts.includes('R') || parts.includes('A'))
    .sort((one, other) => rank(one) - rank(other));
}

function rank({ parts, hours: { open } }: Actor): number {
  return (parts.includes('R') ? 0 : 3) + (open === true ? 0 : open === null ? 1 : 2);
}
