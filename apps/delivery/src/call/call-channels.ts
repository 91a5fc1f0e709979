import type { Channel } from '../channel/channel.js';
import type { MailMessage } from '../channel/mail-channel.js';
import type { WebhookMessage, WebhookTarget } from '../channel/webhook-channel.js';
import type { OutcomeCode } from '../outgoing/outcome.js';
import type { Webhook } from '../webhook/webhook.js';
import type { DueCall } from './call.js';
import { mailCall, webhookCall } from './call-message.js';

/** Why a channel cannot be tried as it is. */
export type Unusable = 'CHANNEL_UNKNOWN' | 'CHANNEL_NOT_ENABLED' | 'NO_MAIL_SERVER' | 'TAKES_NO_PART';

export interface Tried {
  readonly code: OutcomeCode | Unusable;
  readonly status: number | null;
}

export interface CallChannelsParts {
  readonly webhook: Channel<WebhookTarget, WebhookMessage>;
  /** Null where the operator has no mail server. */
  readonly mail: Channel<string, MailMessage> | null;
  readonly webhookOf: (agency: string, id: string) => Promise<Webhook | undefined>;
  readonly isVouchedFor: (webhook: Webhook) => boolean;
  readonly publicUrl: string;
}

/** Every way by which an agency is called, behind the one port. */
export class CallChannels {
  constructor(private readonly parts: CallChannelsParts) {}

  /** @throws what a database says that is away */
  async deliver(call: DueCall): Promise<Tried> {
    return call.kind === 'SMTP' ? this.#mail(call) : this.#webhook(call);
  }

  async #mail(call: DueCall): Promise<Tried> {
    const { mail, publicUrl } = this.parts;
    if (!mail) return { code: 'NO_MAIL_SERVER', status: null };
    return mail.deliver(call.address, mailCall(call, publicUrl));
  }

  /** Only to a webhook of that agency that answered its challenge, that its owner has not disabled, and for which somebody vouches. */
  async #webhook(call: DueCall): Promise<Tried> {
    const { webhook, webhookOf, isVouchedFor, publicUrl } = this.parts;
    const target = await webhookOf(call.agency, call.address);
    if (!target) return { code: 'CHANNEL_UNKNOWN', status: null };
    const enabled = target.status === 'ACTIVE' || target.reason === 'FAILING';
    if (!enabled || !isVouchedFor(target)) return { code: 'CHANNEL_NOT_ENABLED', status: null };
    return webhook.deliver(target, webhookCall(call, publicUrl));
  }
}
