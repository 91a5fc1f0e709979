import { faultsOf, ProblemError } from '#libs/platform';
import type { z } from 'zod';

/** @throws ProblemError CONTENT_INVALID, naming each fault by path and rule and never by value */
export function readContent<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError('CONTENT_INVALID', { errors: faultsOf(parsed.error.issues, value) });
}

/**
 * Personal data is turned away before anything else looks at it, until it can be sealed (design 5).
 * @throws ProblemError PERSONAL_DATA_NOT_ACCEPTED for a referral that says anything of `subjects`
 */
export function refusePersonalData(referral: unknown): void {
  if (typeof referral !== 'object' || referral === null || !Object.hasOwn(referral, 'subjects')) return;
  const { subjects } = referral as { subjects: unknown };
  if (subjects === null || (Array.isArray(subjects) && subjects.length === 0)) return;
  throw new ProblemError('PERSONAL_DATA_NOT_ACCEPTED', {
    detail: 'Personal data is not accepted until it can be sealed. Send the referral without subjects.',
    errors: [{ path: '/subjects', rule: 'NOT_ACCEPTED' }],
  });
}
