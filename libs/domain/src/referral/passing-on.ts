import { DomainError } from '#libs/kernel';
import type { Carried } from '#libs/contracts';
import type { Admission } from './admission.js';

/**
 * Whether this passes on what was said on an earlier leg: the bus does nothing else with the words of agencies, and agencies do not.
 * @throws DomainError 422 ONWARD_FIELDS_FORBIDDEN
 */
export function passesOn({ speaker, state }: Admission, carried: Carried | null): boolean {
  const byBus = speaker === 'POLICY';
  if (byBus !== (carried !== null) || (byBus && state.hop === 0))
    throw new DomainError('ONWARD_FIELDS_FORBIDDEN', {}, 422);
  return byBus;
}
