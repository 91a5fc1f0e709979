import { faultsOf, ProblemError } from '#libs/platform';
import type { z } from 'zod';

/** @throws ProblemError CONTENT_INVALID, naming each fault by path and rule and never by value */
export function readContent<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ProblemError('CONTENT_INVALID', { errors: faultsOf(parsed.error.issues, value) });
}
