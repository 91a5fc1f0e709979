import type { Nexus } from '#libs/contracts';
import { LIMITS } from './limits.js';
import type { Submitted } from './state.js';

type Concerned = Pick<Submitted, 'countries' | 'custodyApart'>;

/** Before anything is said of a case that is submitted now. */
export const nobodyConcerned: Concerned = { countries: [], custodyApart: true };

/**
 * Countries that the case concerns once these links are added. Custody is never jurisdiction, and a link of which nothing is known is
 * no ground for any (vocabulary 3.4). Countries once concerned stay so: whoever was told of a case is not to be forgotten by a correction.
 */
export function together({ countries, custodyApart }: Concerned, nexus: readonly Nexus[]): readonly string[] {
  const grounded = nexus.filter(({ basis }) => basis !== 'UNKNOWN' && !(custodyApart && basis === 'DATA_LOCATION'));
  return [...new Set([...(countries ?? []), ...grounded.map(({ country }) => country)])];
}

/**
 * As many as the state of a leg has room for. Where the bus carries on more, those that came first stay: they were told of the
 * case, and the others were not kept out of its content.
 */
export function asKept(countries: readonly string[]): readonly string[] {
  return countries.slice(0, LIMITS.countries);
}
