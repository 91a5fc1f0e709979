import type { ContactPoint } from '#libs/contracts';
import { untrained } from '../exercise/state.js';
import { changesOpenTo } from './evolve.js';
import type { Member, Membership } from './state.js';

/** How a stored form of an earlier version becomes the next one, by that version. */
export const upcasts = {
  // before there were exercises
  1: (state: unknown): Membership => ({ ...(state as Omit<Membership, 'training'>), training: untrained }),
  // before desks had channels
  2: (state: unknown): Membership => withContacts(state, { channels: null }),
  // before desks had calendars
  3: (state: unknown): Membership => withContacts(state, { calendar: null }),
  // before it was remembered that a client had been registered, and before a suspension or a departure ended what was proposed
  4: (stored: unknown): Membership => {
    const state = stored as Membership;
    return { ...state, members: eachOf(state.members, settled), changes: openChangesOf(state) };
  },
};

/** Each contact point with fields that it did not have, after those that it has. */
function withContacts(stored: unknown, fields: Partial<ContactPoint>): Membership {
  const state = stored as Membership;
  const completed = ({ contacts }: Member): Member['contacts'] =>
    eachOf(contacts, (contact) => ({ ...contact, ...fields }));
  return { ...state, members: eachOf(state.members, (member) => ({ ...member, contacts: completed(member) })) };
}

/** Of whom all clients are revoked it is not known whether any was registered: the journal's events alone still say it. */
function settled(member: Member): Member {
  const { clients, proposal } = member;
  const isRegistered = Object.values(clients).includes('REGISTERED');
  return {
    ...member,
    proposal: proposal && isOver(member, proposal.event) ? null : proposal,
    ...(isRegistered && { byRegistered: true }),
  };
}

/** Whether it was proposed before the agency was suspended or left. */
const isOver = ({ status, since }: Member, event: string): boolean =>
  (status === 'SUSPENDED' || status === 'LEFT') && timeOf(event) < since;

/** When the event of an id (UUIDv7) was made, in ms since 1970, UTC. */
const timeOf = (event: string): number => Number.parseInt(event.replaceAll('-', '').slice(0, 12), 16);

const openChangesOf = ({ members, changes }: Membership): Membership['changes'] =>
  Object.entries(members).reduce((open, [agency, { status }]) => changesOpenTo(open, agency, status), changes);

const eachOf = <Each>(
  all: Readonly<Record<string, Each>>,
  change: (each: Each) => Each,
): Readonly<Record<string, Each>> => Object.fromEntries(Object.entries(all).map(([id, each]) => [id, change(each)]));
