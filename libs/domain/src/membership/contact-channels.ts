import type { ContactChannel } from '#libs/contracts';
import { deskHours } from './desk-hours.js';
import type { Member } from './state.js';

type Desks = Pick<Member, 'contacts'>;

/**
 * By what an agency is called in a role: the channels of that role's contact point, where it has none those of every desk that
 * answers around the clock. Of a desk of which nothing was said but its mail address, that is the channel.
 */
export function channelsOf({ contacts }: Desks, role: string): ContactChannel[] {
  const own = channelsAt(contacts, ([each]) => each === role);
  return own.length > 0 ? own : channelsAt(contacts, aroundTheClock);
}

/** By what an agency is called now. */
export interface CalledBy {
  readonly channels: readonly ContactChannel[];
  /** When the desk opens that is waited for, in ms since 1970, UTC; null: it is called at once. */
  readonly waitsUntil: number | null;
}

/**
 * By what an agency is called in some of its roles at `now`: by those of the desks that are not closed. Where all are, what can wait
 * waits for the first that opens; what cannot goes to a desk of the agency that answers at any hour, to any that is open, and where
 * there is none to the closed ones all the same.
 */
export function calledBy(
  member: Desks,
  roles: readonly string[],
  { now, canWait }: { readonly now: number; readonly canWait: boolean },
): CalledBy {
  const { contacts } = member;
  const inRoles = (those: readonly string[]): ContactChannel[] =>
    distinct(those.flatMap((role) => channelsOf(member, role)));
  const hoursOf = (role: string) => deskHours(contacts[role], now);
  const there = roles.filter((role) => hoursOf(role).open !== false);
  if (there.length > 0) return { channels: inRoles(there), waitsUntil: null };
  if (canWait) {
    const opening = roles.flatMap((role) => hoursOf(role).changesAt ?? []);
    return { channels: inRoles(roles), waitsUntil: opening.length === 0 ? null : Math.min(...opening) };
  }
  const others = [
    channelsAt(contacts, aroundTheClock),
    channelsAt(contacts, ([, contact]) => deskHours(contact, now).open === true),
  ];
  return { channels: others.find((found) => found.length > 0) ?? inRoles(roles), waitsUntil: null };
}

type Desk = [role: string, contact: Member['contacts'][string]];

const aroundTheClock = ([, { availability }]: Desk): boolean => availability === 'AROUND_THE_CLOCK';

function channelsAt(contacts: Member['contacts'], fits: (desk: Desk) => boolean): ContactChannel[] {
  const found = Object.entries(contacts)
    .filter(fits)
    .flatMap(([, { channels, email }]): ContactChannel[] => [
      ...(channels ?? (email === null ? [] : [{ kind: 'SMTP', address: email }])),
    ]);
  // a kind that only a newer build knows is that build's to call by
  return distinct(found).filter(({ kind }) => kind !== 'UNKNOWN');
}

const distinct = (channels: readonly ContactChannel[]): ContactChannel[] => [
  ...new Map(channels.map((each) => [`${each.kind} ${each.address}`, each])).values(),
];
