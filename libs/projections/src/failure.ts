import { ImpossibleEventError } from './applier.js';

/** `content`: the event is at fault, trying again would not help. `outage`: anything else; wait and try again, never park. */
export type Failure =
  { readonly kind: 'content'; readonly reason: string } | { readonly kind: 'outage'; readonly code: string };

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Data exceptions, violated constraints, and values beyond the database's limits. */
const CONTENT_CLASSES = new Set(['22', '23', '54']);

export function failureOf(error: unknown): Failure {
  if (error instanceof ImpossibleEventError) return { kind: 'content', reason: error.code };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code && SQLSTATE.test(code) && CONTENT_CLASSES.has(code.slice(0, 2)))
    return { kind: 'content', reason: `SQLSTATE_${code}` };
  // A fault of the applier's own code on this content; what the driver throws are plain errors.
  if (error instanceof TypeError || error instanceof RangeError) return { kind: 'content', reason: 'EVENT_IMPOSSIBLE' };
  return { kind: 'outage', code: code ?? 'UNKNOWN' };
}
