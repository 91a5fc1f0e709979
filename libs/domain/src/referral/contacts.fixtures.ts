import type { Member, Membership } from '../membership/state.js';
import { membership } from '../membership/membership.js';

const member = (country: string, role: string): Member => ({
  ...{ status: 'ADMITTED', since: 0, reason: null, name: country, country, roles: [role], rights: null },
  ...{ needsRelease: false, proposal: null, clients: {}, contacts: {}, capacity: null, maintenance: null },
});

/** A national contact, or another who speaks for its country, by its code. */
export const contact = (country: string, code = `${country}-NCP`, role = 'NCP_LE'): [string, Member] => [
  code,
  member(country, role),
];

/** These take part, and who has the case. */
export const taking = (...members: [string, Member][]): Membership => ({
  ...membership.initialState(),
  members: Object.fromEntries([...members, ['PH-WCPC', member('PH', 'LE_UNIT')]]),
});
