import type { ContactChannel } from '#libs/contracts';
import type { Member } from './state.js';

/**
 * By what an agency is called in a role: the channels of that role's contact point, where it has none those of every desk that
 * answers around the clock. Of a desk of which nothing was said but its mail address, that is the channel.
 */
export function channelsOf({ contacts }: Pick<Member, 'contacts'>, role: string): ContactChannel[] {
  const own = channelsAt(contacts, ([each]) => each === role);
  return own.length > 0 ? own : channelsAt(contacts, ([, { availability }]) => availability === 'AROUND_THE_CLOCK');
}

type Desk = [role: string, contact: Member['contacts'][string]];

function channelsAt(contacts: Member['contacts'], fits: (desk: Desk) => boolean): ContactChannel[] {
  const found = Object.entries(contacts)
    .filter(fits)
    .flatMap(([, { channels, email }]): ContactChannel[] => [
      ...(channels ?? (email === null ? [] : [{ kind: 'SMTP', address: email }])),
    ]);
  const distinct = new Map(found.map((each) => [`${each.kind} ${each.address}`, each]));
  // a kind that only a newer build knows is that build's to call by
  return [...distinct.values()].filter(({ kind }) => kind !== 'UNKNOWN');
}
