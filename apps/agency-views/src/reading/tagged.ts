import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from '#libs/platform';

/** A body with the type that it is sent as. */
export interface Document {
  readonly type: string;
  readonly text: string;
}

/** As JSON. */
export function sendTagged(
  request: HttpRequest,
  reply: HttpReply,
  body: object,
  headers: Record<string, string>,
): void {
  sendDocument(request, reply, { type: 'application/json; charset=utf-8', text: JSON.stringify(body) }, headers);
}

/**
 * Answers under a strong tag made of the body's bytes, or with 304 where the caller holds these bytes already.
 * Two callers who may see different things of one referral never share a tag.
 */
export function sendDocument(
  request: HttpRequest,
  reply: HttpReply,
  { type, text }: Document,
  headers: Record<string, string>,
): void {
  const tag = tagOf(text);
  void reply.headers({ ...headers, ETag: tag });
  if (names(request.headers['if-none-match'], tag)) void reply.status(304).send();
  else void reply.type(type).send(text);
}

function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110 13.1.2: `*`, or a list of tags compared weakly. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
