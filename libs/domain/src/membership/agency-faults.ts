import { BUS_AGENCY } from './bus-actors.js';
import { rightsOf, roles as known } from './roles.js';

/** Agencies that take no part in cases (operator, oversight) may stand for the bus itself rather than for a country. */
export const NO_COUNTRY = 'XX';

interface Applicant {
  readonly code: string;
  readonly country: string;
  readonly roles: readonly string[];
}

/** Why this cannot be an agency of the bus, in words that begin with its code; empty where it can. */
export function faultsOfAgency(
  { code, country, roles }: Applicant,
  hasJurisdiction: (country: string) => boolean,
): string[] {
  const inCases = roles.some((role) => rightsOf(role).originate || rightsOf(role).receive);
  const placed = hasJurisdiction(country) || (country === NO_COUNTRY && !inCases);
  return [
    ...(/^[A-Z0-9][A-Z0-9-]{1,31}$/.test(code) ? [] : [`${code}: not a code`]),
    ...(code === BUS_AGENCY ? [`${code}: the code of the bus itself`] : []),
    ...(placed ? [] : [`${code}: no jurisdiction ${country}`]),
    ...roles.filter((role) => !Object.hasOwn(known, role)).map((role) => `${code}: no role ${role}`),
    ...(roles.length > 0 ? [] : [`${code}: no role`]),
  ];
}
