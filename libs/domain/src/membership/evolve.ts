import type { BusEvent, ContactPoint, DeskCalendar, Rights } from '#libs/contracts';
import { type Accepted, UnknownEventError } from '#libs/kernel';
import { evolveTraining } from '../exercise/exercise.js';
import { canBeOf, memberMoves } from './member-moves.js';
import type { Member, Membership, MemberStatus } from './state.js';

/** Events of `bus.membership.v1`. */
const MEMBERSHIP_EVENTS = [
  'MemberProposed',
  'MemberAdmitted',
  'MemberSuspended',
  'MemberLeft',
  'ClientRegistered',
  'ClientRevoked',
  'ContactPointChanged',
  'CapacityNotified',
  'MaintenanceNotified',
  'JurisdictionLanesAssigned',
  'ChangeProposed',
  'ChangeApproved',
  'ChangeDeclined',
  'ChangeWithdrawn',
  'ExerciseStarted',
  'ExerciseEnded',
  'LessonRecorded',
] as const satisfies readonly BusEvent['type'][];

type Named<Names extends BusEvent['type']> = Extract<BusEvent, { readonly type: Names }>;

export type MembershipEvent = Named<(typeof MEMBERSHIP_EVENTS)[number]>;

const names: ReadonlySet<string> = new Set(MEMBERSHIP_EVENTS);

export function isMembershipEvent(event: BusEvent): event is MembershipEvent {
  return names.has(event.type);
}

/** @throws UnknownEventError for an event that this build does not know as one of membership */
export function evolve(state: Membership, event: BusEvent, said: Accepted): Membership {
  switch (event.type) {
    case 'MemberProposed': {
      const { agency } = event.data;
      const proposal = { ...partyIn(event.data), event: said.eventId, by: said.person };
      const known = state.members[agency];
      return withMember(state, agency, known ? { ...known, proposal } : { ...nobody(said.at), proposal });
    }
    case 'MemberAdmitted': {
      const { agency } = event.data;
      const known = state.members[agency] ?? nobody(said.at);
      const since = known.status === 'ADMITTED' ? known.since : said.at;
      const admitted = { ...known, ...partyIn(event.data), since, reason: null, proposal: null };
      return withMember(state, agency, { ...admitted, status: memberMoves.MemberAdmitted.to });
    }
    case 'MemberSuspended':
      return ended(state, memberMoves.MemberSuspended.to, event.data, said.at);
    case 'MemberLeft':
      return ended(state, memberMoves.MemberLeft.to, event.data, said.at);
    case 'ClientRegistered':
      return change(state, event.data.agency, { ...clientsWith(state, event.data, 'REGISTERED'), byRegistered: true });
    case 'ClientRevoked':
      return change(state, event.data.agency, clientsWith(state, event.data, 'REVOKED'));
    case 'ContactPointChanged': {
      const { agency, role, contact } = event.data;
      const { [role]: _, ...others } = memberOf(state, agency).contacts;
      return change(state, agency, { contacts: contact ? { ...others, [role]: contactIn(contact) } : others });
    }
    case 'CapacityNotified': {
      const { agency, state: amount, from, until } = event.data;
      return change(state, agency, { capacity: { state: amount, from, until } });
    }
    case 'MaintenanceNotified': {
      const { agency, from, until } = event.data;
      return change(state, agency, { maintenance: { from, until } });
    }
    case 'JurisdictionLanesAssigned':
      return assigned(state, event.data, said.at);
    case 'ChangeProposed':
      return proposed(state, event.data, said);
    case 'ChangeApproved':
    case 'ChangeDeclined':
    case 'ChangeWithdrawn': {
      const { [event.data.change]: _, ...changes } = state.changes;
      return { ...state, changes };
    }
    case 'ExerciseStarted':
    case 'ExerciseEnded':
    case 'LessonRecorded':
      return { ...state, training: evolveTraining(state.training, event, said) };
    default:
      throw new UnknownEventError(event.type);
  }
}

function assigned(
  state: Membership,
  { jurisdiction, routine, urgent, access }: Named<'JurisdictionLanesAssigned'>['data'],
  since: number,
): Membership {
  const history = [...(state.jurisdictions[jurisdiction] ?? []), { since, routine, urgent, access }];
  return { ...state, jurisdictions: { ...state.jurisdictions, [jurisdiction]: history } };
}

function proposed(
  state: Membership,
  { change: id, kind, subject, reason }: Named<'ChangeProposed'>['data'],
  { person }: Accepted,
): Membership {
  if (kind !== 'SUSPENSION' && kind !== 'DEPARTURE') throw new UnknownEventError(`ChangeProposed of ${kind}`);
  const others = Object.entries(state.changes).filter(([, open]) => open.kind !== kind || open.agency !== subject);
  const open = { kind, agency: subject, reason: reason ?? 'OTHER', by: person };
  return { ...state, changes: { ...Object.fromEntries(others), [id]: open } };
}

/** What was proposed of the agency before ends with its part in the bus: it comes back by a new proposal and two people. */
function ended(
  state: Membership,
  status: 'SUSPENDED' | 'LEFT',
  { agency, reason }: Named<'MemberSuspended' | 'MemberLeft'>['data'],
  at: number,
): Membership {
  const open = { ...state, changes: changesOpenTo(state.changes, agency, status) };
  return change(open, agency, { status, since: at, reason, proposal: null });
}

/** Without those that cannot come true of the agency any more. */
export const changesOpenTo = (
  changes: Membership['changes'],
  agency: string,
  status: MemberStatus,
): Membership['changes'] =>
  Object.fromEntries(
    Object.entries(changes).filter(([, open]) => open.agency !== agency || canBeOf(status, open.kind)),
  );

const clientsWith = (
  state: Membership,
  { agency, client }: { readonly agency: string; readonly client: string },
  standing: 'REGISTERED' | 'REVOKED',
): Pick<Member, 'clients'> => ({ clients: { ...memberOf(state, agency).clients, [client]: standing } });

const change = (state: Membership, agency: string, changed: Partial<Member>): Membership =>
  withMember(state, agency, { ...memberOf(state, agency), ...changed });

const withMember = (state: Membership, agency: string, member: Member): Membership => ({
  ...state,
  members: { ...state.members, [agency]: member },
});

function memberOf(state: Membership, agency: string): Member {
  const member = state.members[agency];
  if (!member) throw new RangeError(`nothing was said of ${agency} before`);
  return member;
}

type Party = Pick<Member, 'name' | 'country' | 'roles' | 'rights' | 'needsRelease'>;

// In one order of fields, whoever made the event: a stored state is compared with the fold of its journal.
export const partyIn = ({ name, country, roles, rights, needsRelease }: Party): Party => ({
  name,
  country,
  roles,
  rights: rightsIn(rights),
  needsRelease,
});

const rightsIn = (rights: Rights | null): Rights | null =>
  rights && { originate: rights.originate, receive: rights.receive, setPriority: rights.setPriority };

export const contactIn = (contact: ContactPoint): ContactPoint => ({
  role: contact.role,
  availability: contact.availability,
  desk: contact.desk,
  phone: contact.phone,
  email: contact.email,
  hours: contact.hours,
  zone: contact.zone,
  languages: contact.languages,
  channels: contact.channels?.map(({ kind, address }) => ({ kind, address })) ?? null,
  calendar: contact.calendar && calendarIn(contact.calendar),
});

const calendarIn = ({ zone, weekly, closed }: DeskCalendar): DeskCalendar => ({
  zone,
  weekly: weekly.map(({ day, from, to }) => ({ day, from, to })),
  closed: [...closed],
});

const nobody = (since: number): Member => ({
  status: memberMoves.MemberProposed.to,
  since,
  reason: null,
  name: '',
  country: '',
  roles: [],
  rights: null,
  needsRelease: false,
  proposal: null,
  clients: {},
  contacts: {},
  capacity: null,
  maintenance: null,
});
