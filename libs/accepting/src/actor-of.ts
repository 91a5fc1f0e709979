import type { Directory } from '#libs/domain';
import { type Actor, DomainError } from '#libs/kernel';
import type { Caller } from '#libs/platform';

/**
 * Who acts, as the directory knows the agency that the token names.
 * @throws DomainError 403 AGENCY_UNKNOWN, ROLE_NOT_OF_AGENCY
 */
export function actorOf(directory: Directory, { agency: code, role, client, person }: Caller): Actor {
  const agency = directory.find(code);
  if (!agency) throw new DomainError('AGENCY_UNKNOWN', {}, 403);
  if (!agency.roles.includes(role)) throw new DomainError('ROLE_NOT_OF_AGENCY', {}, 403);
  return { agency: code, role, country: agency.country, client, person };
}
