import type { Party } from '#libs/contracts';
import type { Agency, Directory, Speaker } from '#libs/domain';
import { type Actor, DomainError } from '#libs/kernel';

/** @throws DomainError 403 ROLE_MAY_NOT_ORIGINATE: the role may not, or not in this agency (vocabulary 6) */
export function requireOriginator(directory: Directory, { agency, role }: Actor): void {
  if (!directory.rightsOf(agency, role).originate) throw new DomainError('ROLE_MAY_NOT_ORIGINATE', {}, 403);
}

const receiving: ReadonlySet<Speaker> = new Set<Speaker>([
  'RECEIVER',
  'THIRD',
  'CONTACT',
  'HIGHER',
  'ADDRESSED',
  'TOLD',
]);

/**
 * What a sender says needs the right to originate; what anybody else says, the right to receive (vocabulary 6).
 * @throws DomainError 403 ROLE_MAY_NOT_ORIGINATE, ROLE_MAY_NOT_RECEIVE
 */
export function requireRight(directory: Directory, { agency, role }: Actor, who: readonly Speaker[]): void {
  const { originate, receive } = directory.rightsOf(agency, role);
  const asSender = who.includes('SENDER');
  const otherwise = who.some((speaker) => receiving.has(speaker));
  if ((asSender && originate) || (otherwise && receive)) return;
  throw new DomainError(asSender ? 'ROLE_MAY_NOT_ORIGINATE' : 'ROLE_MAY_NOT_RECEIVE', {}, 403);
}

interface NamedParty {
  readonly agency: string;
  readonly role?: string | undefined;
}

/**
 * The agency that a referral may go to, in the named role or else in its first one that receives.
 * @param subject what the party is in the request: the first word of the code
 * @throws DomainError 422 `<subject>_UNKNOWN`, `<subject>_ROLE_UNSUITABLE`
 */
export function addresseeOf(directory: Directory, named: NamedParty, subject: 'RECIPIENT' | 'SUGGESTION'): Party {
  const agency = directory.find(named.agency);
  if (!agency) throw new DomainError(`${subject}_UNKNOWN`, {}, 422);
  const role = receivingRoleOf(directory, agency, named.role);
  if (role === undefined) throw new DomainError(`${subject}_ROLE_UNSUITABLE`, {}, 422);
  return { agency: agency.code, role, country: agency.country };
}

const receivingRoleOf = (
  directory: Directory,
  { code, roles }: Agency,
  named: string | undefined,
): string | undefined =>
  roles.find((role) => directory.rightsOf(code, role).receive && (named === undefined || named === role));
