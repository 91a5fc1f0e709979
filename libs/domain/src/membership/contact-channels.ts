import type { ContactChannel } from '#libs/contracts';
import { deskHours } from './desk-hours.js';
import type { Member } from './state.js';

/** An agency that takes part, as far as it says how it is called. */
type Desks = Pick<Member, 'contacts' | 'roles'>;

/**
 * By what an agency is called in a role: the channels of that role's contact point, where it has none those of every desk that
 * answers around the clock. Of a desk of which nothing was said but its mail address, that is the channel. The desk of a role that
 * the agency does not hold (any more) is none, though what was said of it is kept.
 */
export function channelsOf(member: Desks, role: string): ContactChannel[] {
  const desks = desksOf(member);
  const own = channelsAt(desks, ([each]) => each === role);
  return own.length > 0 ? own : channelsAt(desks, aroundTheClock);
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
  const desks = desksOf(member);
  const inRoles = (those: readonly string[]): ContactChannel[] =>
    distinct(those.flatMap((role) => channelsOf(member, role)));
  const hoursOf = (role: string) => deskHours(desks.find(([each]) => each === role)?.[1], now);
  const there = roles.filter((role) => hoursOf(role).open !== false);
  if (there.length > 0) return { channels: inRoles(there), waitsUntil: null };
  if (canWait) {
    const opening = roles.flatMap((role) => hoursOf(role).changesAt ?? []);
    return { channels: inRoles(roles), waitsUntil: opening.length === 0 ? null : Math.min(...opening) };
  }
  const others = [
    channelsAt(desks, aroundTheClock),
    channelsAt(desks, ([, contact]) => deskHours(contact, now).open === true),
  ];
  return { channels: others.find((found) => found.length > 0) ?? inRoles(roles), waitsUntil: null };
}

type Desk = [role: string, contact: Member['contacts'][string]];

const desksOf = ({ contacts, roles }: Desks): Desk[] =>
  Object.entries(contacts).filter(([role]) => roles.includes(role));

const aroundTheClock = ([, { availability }]: Desk): boolean => availability === 'AROUND_THE_CLOCK';

function channelsAt(desks: readonly Desk[], fits: (desk: Desk) => boolean): ContactChannel[] {
  const found = desks
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
