import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from '#libs/platform';

/**
 * Answers with `body` under a strong tag made of its bytes, or with 304 where the caller holds these bytes already.
 * Two callers who may see different things of one referral never share a tag.
 */
export function sendTagged(
  request: HttpRequest,
  reply: HttpReply,
  body: object,
  headers: Record<string, string>,
): void {
  const text = JSON.stringify(body);
  const tag = tagOf(text);
  void reply.headers({ ...headers, ETag: tag });
  if (names(request.headers['if-none-match'], tag)) void reply.status(304).send();
  else void reply.type('application/json; charset=utf-8').send(text);
}

function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110 13.1.2: `*`, or a list of tags compared weakly. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
