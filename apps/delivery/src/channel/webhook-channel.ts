import type { Outcome } from '../outgoing/outcome.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { signedHeaders } from '../signing/signature.js';
import type { WebhookSecrets } from '../webhook/webhook-secrets.js';
import type { Channel } from './channel.js';

export interface WebhookTarget {
  readonly id: string;
  readonly url: string;
}

export interface WebhookMessage {
  /** The same for every try. */
  readonly id: string;
  readonly body: string;
}

/** Signed messages to an agency's system. */
export class WebhookChannel implements Channel<WebhookTarget, WebhookMessage> {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** @throws when the secrets cannot be had */
  async deliver({ id, url }: WebhookTarget, message: WebhookMessage, signal?: AbortSignal): Promise<Outcome> {
    const secrets = await this.secrets.signingOf(id);
    const seconds = Math.floor(Date.now() / 1_000);
    const headers = signedHeaders(secrets, { ...message, seconds });
    return this.outgoing.post({ url, headers, body: message.body }, signal);
  }
}
