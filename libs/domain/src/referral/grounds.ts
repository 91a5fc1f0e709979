import { DomainError } from '#libs/kernel';
import type { Ground, Party, Priority } from '#libs/contracts';

/** Grounds of groups A to C (vocabulary 2.6): competence, law, public interest. */
const groundsAToC: ReadonlySet<Ground> = new Set<Ground>([
  'NOT_COMPETENT_TERRITORY',
  'NOT_COMPETENT_SUBJECT',
  'WRONG_RECIPIENT',
  'NO_LEGAL_BASIS',
  'NOT_AN_OFFENCE_HERE',
  'DUAL_CRIMINALITY_ABSENT',
  'NE_BIS_IN_IDEM',
  'TIME_BARRED',
  'AUTHORISATION_REFUSED',
  'IMMUNITY_OR_PRIVILEGE',
  'POLITICAL_OFFENCE',
  'ESSENTIAL_INTERESTS',
  'FUNDAMENTAL_RIGHTS',
  'DISPROPORTIONATE',
]);

/** Never a ground against a child in danger (vocabulary 1.4 R1.5). */
const neverForUrgent: ReadonlySet<Ground> = new Set<Ground>(['INSUFFICIENT_INFO', 'CAPACITY']);

export interface Refusal {
  readonly reason: Ground;
  readonly partialConsidered: boolean;
  readonly suggested: Party | null;
  readonly duplicateOf: string | null;
}

/**
 * @param examples of the level, for who is told that it forbids the ground
 * @throws DomainError 422 when the ground lacks what it must come with, 409 when the priority forbids it
 */
export function checkRefusal(refusal: Refusal, priority: Priority | null, examples: string): void {
  const { reason } = refusal;
  if (reason === 'UNKNOWN') throw new DomainError('REASON_UNKNOWN', {}, 422);
  if (groundsAToC.has(reason) && !refusal.partialConsidered)
    throw new DomainError('PARTIAL_NOT_CONSIDERED', { reason }, 422);
  if (reason === 'WRONG_RECIPIENT' && !refusal.suggested) throw new DomainError('SUGGESTION_REQUIRED', { reason }, 422);
  if (reason === 'DUPLICATE' && !refusal.duplicateOf) throw new DomainError('DUPLICATE_LINK_REQUIRED', { reason }, 422);
  if (neverForUrgent.has(reason) && (priority === 'P1' || priority === 'P2')) {
    throw new DomainError('PRIORITY_FORBIDS_REASON', { reason, priority, examples });
  }
}
