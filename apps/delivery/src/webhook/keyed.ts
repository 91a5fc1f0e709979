import { createHash } from 'node:crypto';
import { canonicalRequest, idempotencyKeyFrom } from '#libs/accepting';
import { ProblemError } from '#libs/platform';

/** A command under its idempotency key, as it is remembered: by digests. */
export interface Keyed {
  readonly key: Buffer;
  readonly request: Buffer;
}

export interface KeyedCommand {
  readonly agency: string;
  readonly idempotencyKey: unknown;
  readonly command: string;
  readonly target: string | null;
  readonly content: object;
}

/** @throws ProblemError IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_KEY_MALFORMED */
export function keyed({ agency, idempotencyKey, command, target, content }: KeyedCommand): Keyed {
  const key = idempotencyKeyFrom(idempotencyKey);
  return { key: digest(`${agency}\n${key}`), request: digest(canonicalRequest(command, target, content)) };
}

/** @throws ProblemError IDEMPOTENCY_KEY_REUSED where the key stands for another request */
export function assertSame({ request }: Keyed, known: Buffer | null): void {
  if (known && !known.equals(request)) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
