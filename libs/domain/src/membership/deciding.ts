import { type Actor, DomainError } from '#libs/kernel';
import { OPERATOR_ROLE } from './roles.js';
import { isSpokenFor } from './standing.js';
import type { Member, Membership } from './state.js';

/** @throws DomainError 403: membership is the operator's to change */
export function requireOperator({ role }: Actor): void {
  if (role !== OPERATOR_ROLE) throw new DomainError('ROLE_REQUIRED', {}, 403);
}

/** What an agency says of itself, its operator may say too. @throws DomainError 403 */
export function requireOwnOrOperator({ role, agency: actor }: Actor, agency: string): void {
  if (role !== OPERATOR_ROLE && actor !== agency) throw new DomainError('AGENCY_NOT_YOURS', {}, 403);
}

/** Four eyes need a name. @throws DomainError 422 */
export function requirePerson({ person }: Actor): string {
  if (person === null) throw new DomainError('PERSON_REQUIRED', {}, 422);
  return person;
}

/** @throws DomainError 409 where the person is the one who proposed it */
export function requireSecond(actor: Actor, proposer: string | null): void {
  if (requirePerson(actor) === proposer) throw new DomainError('SECOND_PERSON_REQUIRED');
}

/** Without an operator for whom somebody speaks nothing of this could ever be changed again. @throws DomainError 409 */
export function requireOtherOperator({ members }: Membership, agency: string): void {
  const operates = ([, member]: [string, Member]): boolean =>
    member.status === 'ADMITTED' && member.roles.includes(OPERATOR_ROLE) && isSpokenFor(member);
  const operators = Object.entries(members).filter(operates);
  if (operators.length === 1 && operators[0]?.[0] === agency) throw new DomainError('LAST_OPERATOR');
}

/** @throws DomainError 404 for an agency that was never proposed */
export function getMember({ members }: Membership, agency: string): Member {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  if (!member) throw new DomainError('MEMBER_NOT_FOUND', {}, 404);
  return member;
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
