import { ProblemError } from '#libs/platform';

/** 16 to 128 characters that need no quoting anywhere. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9._:~-]{16,128}$/;

const HEADER = 'Idempotency-Key';

/** @throws ProblemError IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_KEY_MALFORMED */
export function idempotencyKeyFrom(value: unknown, path: string = HEADER): string {
  if (value === undefined || value === null || value === '') {
    throw new ProblemError('IDEMPOTENCY_KEY_REQUIRED', { errors: [{ path, rule: 'REQUIRED' }] });
  }
  if (typeof value === 'string' && IDEMPOTENCY_KEY.test(value)) return value;
  throw new ProblemError('IDEMPOTENCY_KEY_MALFORMED', { errors: [{ path, rule: 'INVALID_FORMAT' }] });
}
