import type { Party } from '#libs/contracts';
import { ESCALATION_LIMITS } from '../escalation/state.js';
import type { Member, Membership } from './state.js';

/** Who channels a case between countries, and takes up what is stuck (vocabulary 6). */
export const NATIONAL_CONTACT = 'NCP_LE';

/** Roles that speak of jurisdiction for their country (vocabulary 6), in the order in which they are told. */
export const JURISDICTION_ROLES: readonly string[] = [NATIONAL_CONTACT, 'CENTRAL_AUTH', 'PROSECUTOR', 'POC_247'];

type Members = Membership['members'];

export const takesPart = (members: Members, agency: string): boolean =>
  memberOf(members, agency)?.status === 'ADMITTED';

/** Who takes part in that role in a country: as many as a step of the ladder calls upon of two. */
const contactsIn = (country: string, members: Members, role: string): Party[] =>
  Object.entries(members)
    .filter(([, { status, country: own, roles }]) => status === 'ADMITTED' && own === country && roles.includes(role))
    .map(([agency]) => ({ agency, role, country }))
    .sort((one, other) => (one.agency < other.agency ? -1 : 1))
    .slice(0, ESCALATION_LIMITS.calledByStep / 2);

export interface CountryContacts {
  readonly contacts: Party[];
  /** Countries that nobody speaks for. */
  readonly unfilled: string[];
}

/** Of each country, whoever holds the first of these roles that anybody holds there. */
export function contactsOf(
  countries: readonly string[],
  members: Members,
  roles: readonly string[] = [NATIONAL_CONTACT],
): CountryContacts {
  const found = countries.map((country) => ({
    country,
    contacts: roles.map((role) => contactsIn(country, members, role)).find(({ length }) => length > 0) ?? [],
  }));
  return {
    contacts: found.flatMap(({ contacts }) => contacts),
    unfilled: found.filter(({ contacts }) => contacts.length === 0).map(({ country }) => country),
  };
}

const memberOf = (members: Members, agency: string): Member | undefined =>
  Object.hasOwn(members, agency) ? members[agency] : undefined;
