import { DomainError } from '#libs/kernel';
import { type Caller, LOGGER, type Logger } from '#libs/platform';
import { Inject, Injectable } from '@nestjs/common';

/** Who may read the trail: those who answer for the scheme, none of whom handles cases (vocabulary 6). */
export const AUDIT_ROLES: readonly string[] = ['DPA_COMPLIANCE', 'OVERSIGHT', 'SCHEME_ADMIN'];

/** `purpose` of vocabulary 4.6. */
const PURPOSES: readonly string[] = [
  'SAFEGUARD_CHILD',
  'PREVENT',
  'DETECT',
  'INVESTIGATE',
  'PROSECUTE',
  'EXECUTE_PENALTY',
  'CRIMINAL_PROCEEDINGS_SUPPORT',
  'VICTIM_SUPPORT',
  'CONTENT_REMOVAL',
  'DECONFLICTION',
  'STATISTICS',
  'AUDIT',
];

/** A log may serve checks of lawfulness, self-monitoring, integrity, and criminal proceedings: nothing else (vocabulary 4.7 R4.12). */
export const TRAIL_PURPOSES: readonly string[] = ['AUDIT', 'PROSECUTE', 'CRIMINAL_PROCEEDINGS_SUPPORT'];

export interface TrailQuery {
  readonly caller: Caller;
  /** The header `Bus-Purpose`. */
  readonly purpose: string | undefined;
  /** What is read: `roots`, or the id of a referral. */
  readonly target: string;
}

/** Lets a query of the trail in, and leaves word of it in the log, with ids and codes only, before anything is read. */
@Injectable()
export class AuditDoor {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** @throws DomainError ROLE_MAY_NOT_AUDIT, PURPOSE_REQUIRED, PURPOSE_UNKNOWN, PURPOSE_NOT_ALLOWED */
  enter({ caller, purpose, target }: TrailQuery): void {
    const { agency, role, client, person } = caller;
    if (!AUDIT_ROLES.includes(role)) throw new DomainError('ROLE_MAY_NOT_AUDIT', {}, 403);
    assertPurpose(purpose);
    this.logger.info({ code: 'TRAIL_QUERIED', target, purpose, agency, role, client, person }, 'trail queried');
  }
}

function assertPurpose(purpose: string | undefined): void {
  if (purpose === undefined || purpose === '') throw new DomainError('PURPOSE_REQUIRED', {}, 422);
  if (!PURPOSES.includes(purpose)) throw new DomainError('PURPOSE_UNKNOWN', {}, 422);
  if (!TRAIL_PURPOSES.includes(purpose)) throw new DomainError('PURPOSE_NOT_ALLOWED', {}, 422);
}
