import { DomainError } from '#libs/kernel';

/** Who asks to see a case, as far as the policy goes by it. */
export interface CaseReader {
  readonly agency: string;
  /** The one role acted in. */
  readonly role: string;
}

/** A reader to whom others may have granted access to their legs. */
export interface AdmittedReader extends CaseReader {
  /** When its agency last left the bus, ms since 1970, UTC; null: it never did. What it was granted until then has ended. */
  readonly leftAt: number | null;
}

/** The same as PostgreSQL reads it: before everything where the agency never left. */
export const leftIn = ({ leftAt }: Pick<AdmittedReader, 'leftAt'>): string =>
  leftAt === null ? '-infinity' : new Date(leftAt).toISOString();

/**
 * Roles that may be party to a case (vocabulary 6). The others run, check or study the bus and hold no case content;
 * a role that is not listed has no access, since unknown means deny.
 */
const CASE_ROLES: ReadonlySet<string> = new Set([
  'HOTLINE',
  'HELPLINE',
  'CLEARINGHOUSE',
  'NCP_LE',
  'POC_247',
  'LE_UNIT',
  'PROSECUTOR',
  'CENTRAL_AUTH',
  'CHILD_PROT',
  'VICTIM_SUPPORT',
  'HEALTH',
  'INDUSTRY_TS',
  'LIAISON_INTL',
]);

export function hasCaseAccess({ role }: CaseReader): boolean {
  return CASE_ROLES.has(role);
}

/** To be asked before anything is looked up, so that the answer says nothing about any case. @throws DomainError 403 */
export function requireCaseAccess(reader: CaseReader): void {
  if (!hasCaseAccess(reader)) throw new DomainError('ROLE_HAS_NO_CASE_ACCESS', { role: reader.role }, 403);
}
