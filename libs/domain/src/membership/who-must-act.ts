import type { ContactPoint, Party } from '#libs/contracts';
import type { ReferralStatus } from '../referral/transitions/transition.js';
import { type DeskHours, deskHours } from './desk-hours.js';
import { inMaintenance } from './notices.js';
import {
  type Circumstances,
  type Part,
  partsOf,
  type ResponsibilityTable,
  type Step,
  stepOfStatus,
} from './responsibilities.js';
import type { Member, Membership } from './state.js';

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
      member.roles.map((role) => actorOf({ agency, role, member, now }, partsOf(step, role, circumstances, table))),
    )
    .filter(({ parts }) => parts.includes('R') || parts.includes('A'))
    .sort((one, other) => rank(one) - rank(other));
}

function rank({ parts, hours: { open } }: Actor): number {
  return (parts.includes('R') ? 0 : 3) + (open === true ? 0 : open === null ? 1 : 2);
}

interface Desk {
  readonly agency: string;
  readonly role: string;
  readonly member: Member | undefined;
  readonly now: number;
}

function actorOf({ agency, role, member, now }: Desk, parts: readonly Part[]): Actor {
  const contact = member?.contacts[role];
  return {
    ...{ agency, role, parts, contact: contact ?? null, hours: deskHours(contact, now) },
    inMaintenance: member ? inMaintenance(member, now) : false,
  };
}

/** A leg as far as it says who must act on it. */
export interface LegInQuestion extends Circumstances {
  readonly status: ReferralStatus;
  readonly sender: Party;
  readonly receiver: Party;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** Of one leg: the step that it waits for, and where; the party whose step it is stands first. */
export interface ActingOnLeg {
  readonly step: Step;
  readonly country: string;
  readonly actors: readonly ActorOnLeg[];
}

export interface ActorOnLeg extends Actor {
  readonly isParty: boolean;
  /** False of a party that is suspended or has left: nobody is at its desk, and somebody else must see to the leg. */
  readonly takesPart: boolean;
}

/**
 * Who must act now on a leg. That is the party whose step it is, since a leg has one holder (vocabulary 2.4 I1) and only its sender
 * answers what is asked; beside it whoever is responsible or accountable for the step in its country (6.1).
 * @param table the one in force at that time
 * @returns null once nothing is waited for
 */
export function whoMustActOn(
  membership: Membership,
  { status, sender, receiver, now, ...circumstances }: LegInQuestion,
  table: ResponsibilityTable,
): ActingOnLeg | null {
  const step = stepOfStatus[status];
  if (!step) return null;
  const { agency, role, country } = step === 'SUBMIT' ? sender : receiver;
  const { members } = membership;
  const known = Object.hasOwn(members, agency) ? members[agency] : undefined;
  const member = known?.status === 'ADMITTED' ? known : undefined;
  const party = actorOf({ agency, role, member, now }, partsOf(step, role, circumstances, table));
  const others = whoMustAct(membership, { step, country, now, ...circumstances }, table).filter(
    (actor) => actor.agency !== agency || actor.role !== role,
  );
  const own = { ...party, isParty: true, takesPart: member !== undefined };
  return { step, country, actors: [own, ...others.map((actor) => ({ ...actor, isParty: false, takesPart: true }))] };
}
