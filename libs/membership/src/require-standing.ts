import { type Actor, DomainError } from '#libs/kernel';
import type { Members } from './members.js';

/**
 * Who was let in may take no part any more by the time that the command is decided, as one that waited for its lane.
 * @throws DomainError 403 STANDING_LOST; Unavailable MEMBERSHIP_UNKNOWN
 */
export function requireStanding(members: Pick<Members, 'standingOf'>, { agency, client }: Actor): void {
  const standing = members.standingOf(agency, client);
  if (standing !== 'GOOD') throw new DomainError('STANDING_LOST', { standing }, 403);
}
