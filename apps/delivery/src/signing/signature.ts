import { createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** As an owner is shown it, and as libraries for Standard Webhooks take it. */
export const formatSecret = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`;

export interface SignedMessage {
  readonly id: string;
  readonly body: string;
  /** Seconds since 1970: of this try, not of the event. */
  readonly seconds: number;
}

/**
 * The headers of a message by Standard Webhooks 1.0. While a secret is being changed each of both signs, so that the receiver
 * may change it when it likes.
 */
export function signedHeaders(
  secrets: readonly Buffer[],
  { id, body, seconds }: SignedMessage,
): Record<string, string> {
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return {
    'content-type': 'application/json',
    'user-agent': 'referral-bus-webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
