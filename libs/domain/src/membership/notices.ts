import { DomainError } from '#libs/kernel';
import type {
  ChangeContactPoint,
  NotifyCapacity,
  NotifyMaintenance,
  RegisterClient,
  RevokeClient,
} from './commands.js';
import { getMember, requireOperator, requireOtherOperator, requireOwnOrOperator, same } from './deciding.js';
import { faultsOfCalendar } from './desk-hours.js';
import { contactIn, type MembershipEvent } from './evolve.js';
import { OPERATOR_ROLE } from './roles.js';
import { isSpokenFor } from './standing.js';
import type { Member, Membership, Span } from './state.js';

/** Clients of an agency that are remembered, for ever, registered or revoked. */
const MOST_CLIENTS = 200;
/** Up to which an agency names new ones by itself: who stole a client must not use up the names by which it would be revoked. */
const MOST_CLIENTS_BY_ITSELF = 150;

export function registerClient({ data, meta: { actor } }: RegisterClient, state: Membership): MembershipEvent[] {
  requireOperator(actor);
  const { agency, client } = data;
  const member = getMember(state, agency);
  const known = clientOf(member, client);
  if (known === 'REGISTERED') return [];
  // what was revoked may have been copied: another client gets another name
  if (known === 'REVOKED') throw new DomainError('CLIENT_WAS_REVOKED');
  requireRoomFor(client, member, MOST_CLIENTS);
  return [{ type: 'ClientRegistered', data: { agency, client } }];
}

/** By one person, the agency's own or the operator's: who waits for a second one while a key is stolen waits too long. */
export function revokeClient({ data, meta: { actor } }: RevokeClient, state: Membership): MembershipEvent[] {
  const { agency, client, reason } = data;
  requireOwnOrOperator(actor, agency);
  const member = getMember(state, agency);
  if (clientOf(member, client) === 'REVOKED') return [];
  requireRoomFor(client, member, actor.role === OPERATOR_ROLE ? MOST_CLIENTS : MOST_CLIENTS_BY_ITSELF);
  if (!isSpokenFor(without(client, member))) requireOtherOperator(state, agency);
  return [{ type: 'ClientRevoked', data: { agency, client, reason } }];
}

const clientOf = ({ clients }: Member, client: string): Member['clients'][string] | undefined =>
  Object.hasOwn(clients, client) ? clients[client] : undefined;

const without = (client: string, member: Member): Member => ({
  ...member,
  clients: { ...member.clients, [client]: 'REVOKED' },
});

/** What is known already takes no room. */
function requireRoomFor(client: string, { clients }: Member, limit: number): void {
  if (!Object.hasOwn(clients, client) && Object.keys(clients).length >= limit)
    throw new DomainError('CLIENTS_EXHAUSTED', { limit });
}

/** A contact point is of a role that the agency holds; that of a role which it held once is taken away as well. */
export function changeContactPoint(
  { data: { agency, role, contact: said }, meta: { actor } }: ChangeContactPoint,
  state: Membership,
): MembershipEvent[] {
  requireOwnOrOperator(actor, agency);
  const { roles, contacts } = getMember(state, agency);
  if (said && !roles.includes(role)) throw new DomainError('CONTACT_ROLE_UNSUITABLE', { role }, 422);
  const contact = said && contactIn({ role, ...said });
  if (contact && contact.phone === null && contact.email === null)
    throw new DomainError('CONTACT_UNREACHABLE', {}, 422);
  const faults = contact ? faultsOfCalendar(contact) : [];
  if (faults.length > 0) throw new DomainError('CONTACT_CALENDAR_UNSUITABLE', { faults: faults.join('; ') }, 422);
  if (same(contact, Object.hasOwn(contacts, role) ? contacts[role] : null)) return [];
  return [{ type: 'ContactPointChanged', data: { agency, role, contact } }];
}

export function notifyCapacity(
  { data: { agency, state: amount, from, until }, meta: { actor } }: NotifyCapacity,
  state: Membership,
): MembershipEvent[] {
  requireOwnOrOperator(actor, agency);
  const { capacity } = getMember(state, agency);
  requireSpan({ from, until });
  const notice = { state: amount, from, until };
  return same(notice, capacity) ? [] : [{ type: 'CapacityNotified', data: { agency, ...notice } }];
}

/** A notice that ends where it begins takes the last one back. */
export function notifyMaintenance(
  { data: { agency, from, until }, meta: { actor } }: NotifyMaintenance,
  state: Membership,
): MembershipEvent[] {
  requireOwnOrOperator(actor, agency);
  const { maintenance } = getMember(state, agency);
  const span = { from, until };
  requireSpan(span);
  return same(span, maintenance) ? [] : [{ type: 'MaintenanceNotified', data: { agency, ...span } }];
}

/** Whether the agency's systems are away at `at`, in ms since 1970, UTC. */
export function inMaintenance({ maintenance }: Member, at: number): boolean {
  return maintenance !== null && maintenance.from <= at && (maintenance.until === null || at < maintenance.until);
}

function requireSpan({ from, until }: Span): void {
  if (until !== null && until < from) throw new DomainError('SPAN_ENDS_BEFORE_IT_BEGINS', {}, 422);
}
