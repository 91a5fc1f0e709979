import type { HttpRequest } from '../http/http-types.js';
import { MAX_TOKEN_BYTES, refusal } from './token-verifier.js';

/**
 * The token of a request. A request with two `Authorization` headers has none: who stands before this process may have looked
 * at the other one.
 * @throws ProblemError TOKEN_MISSING, TOKEN_INVALID
 */
export function bearerToken({ headers: { authorization: header }, raw }: HttpRequest): string {
  if (header === undefined || header === '') throw refusal('TOKEN_MISSING');
  const oversized = header.length > MAX_TOKEN_BYTES + 'Bearer '.length;
  const token = oversized ? undefined : /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(header)?.[1];
  if (token === undefined || isRepeated(raw.rawHeaders)) throw refusal('TOKEN_INVALID');
  return token;
}

/** Names and values in turn, as they were sent. */
function isRepeated(rawHeaders: readonly string[]): boolean {
  let seen = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === 'authorization') seen += 1;
  return seen > 1;
}
