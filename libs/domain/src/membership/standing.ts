import { type Agency, Directory } from './directory.js';
import { lanesNow } from './lane-map.js';
import type { Member, MemberStatus, Membership } from './state.js';

/** Whether who holds a token may use the bus, as far as membership goes. */
export type Standing = 'GOOD' | 'AGENCY_UNKNOWN' | 'AGENCY_SUSPENDED' | 'AGENCY_LEFT' | 'CLIENT_REVOKED';

/**
 * An agency of which a client was ever registered speaks through registered ones alone; what was revoked speaks for it no more.
 * Where all that were registered are revoked nobody speaks for it: whoever stole one must not do so through another one.
 */
export function standingOf({ members }: Membership, agency: string, client: string): Standing {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  if (!member || member.status === 'PROPOSED') return 'AGENCY_UNKNOWN';
  if (member.status === 'SUSPENDED') return 'AGENCY_SUSPENDED';
  if (member.status === 'LEFT') return 'AGENCY_LEFT';
  const own = Object.hasOwn(member.clients, client) ? member.clients[client] : undefined;
  return own === 'REVOKED' || (member.byRegistered && own === undefined) ? 'CLIENT_REVOKED' : 'GOOD';
}

/** Whether anybody can speak for it. */
export const isSpokenFor = ({ clients, byRegistered }: Member): boolean =>
  !byRegistered || Object.values(clients).includes('REGISTERED');

/** Those who take part now, the lanes that hold now, and the drills. */
export function directoryOf({ members, jurisdictions, training }: Membership): Directory {
  const having = (...statuses: readonly MemberStatus[]): Agency[] =>
    Object.entries(members)
      .filter(([, { status }]) => statuses.includes(status))
      .map(([code, { name, country, roles, rights, needsRelease }]) => ({
        code,
        name,
        country,
        roles,
        rights,
        needsRelease,
      }));
  const [agencies, former] = [having('ADMITTED'), having('SUSPENDED', 'LEFT')];
  return new Directory({ jurisdictions: lanesNow(jurisdictions), agencies, former }, training);
}
