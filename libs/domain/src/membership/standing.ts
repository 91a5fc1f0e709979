import { type Agency, Directory } from './directory.js';
import { lanesNow } from './lane-map.js';
import type { MemberStatus, Membership } from './state.js';

/** Whether who holds a token may use the bus, as far as membership goes. */
export type Standing = 'GOOD' | 'AGENCY_UNKNOWN' | 'AGENCY_SUSPENDED' | 'AGENCY_LEFT' | 'CLIENT_REVOKED';

/** An agency that has registered clients speaks through these alone; what was revoked speaks for it no more. */
export function standingOf({ members }: Membership, agency: string, client: string): Standing {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  if (!member || member.status === 'PROPOSED') return 'AGENCY_UNKNOWN';
  if (member.status === 'SUSPENDED') return 'AGENCY_SUSPENDED';
  if (member.status === 'LEFT') return 'AGENCY_LEFT';
  const registered = Object.values(member.clients).includes('REGISTERED');
  const own = Object.hasOwn(member.clients, client) ? member.clients[client] : undefined;
  return own === 'REVOKED' || (registered && own === undefined) ? 'CLIENT_REVOKED' : 'GOOD';
}

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
