import { createHash } from 'node:crypto';
import { ProblemError } from '#libs/platform';

const CHECK_BYTES = 9;

/**
 * The opaque token of a place in one list. `scope` says which list, whose and how filtered: elsewhere the token is not valid.
 * Its check is no secret: a forged token asks for nothing but what the caller may list anyway.
 */
export function formatCursor(place: string, scope: string): string {
  return Buffer.concat([check(place, scope), Buffer.from(place, 'latin1')]).toString('base64url');
}

/** The place that a token stands for. @throws ProblemError 400 CURSOR_INVALID for what was not made for this scope */
export function openCursor(token: string, scope: string): string {
  const place = Buffer.from(token, 'base64url').subarray(CHECK_BYTES).toString('latin1');
  // Written again, so that no second spelling of a token is taken.
  if (formatCursor(place, scope) !== token) throw new ProblemError('CURSOR_INVALID');
  return place;
}

function check(place: string, scope: string): Buffer {
  return createHash('sha256').update(`${scope}\n${place}`).digest().subarray(0, CHECK_BYTES);
}
