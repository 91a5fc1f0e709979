import type { Membership } from '#libs/domain';
import { Members } from '#libs/membership';
import type { Logger } from '#libs/platform';
import type { BusReason, Webhook } from '../webhook/webhook.js';
import type { MailMessage } from './mail-channel.js';
import type { Channel } from './channel.js';

export interface OwnerMailParts {
  /** Null where the operator has no mail server: an owner then sees it at the API alone. */
  readonly mail: Channel<string, MailMessage> | null;
  /** Where people look at the API. */
  readonly publicUrl: string;
  readonly members: Pick<Members, 'membership'>;
  readonly logger: Logger;
}

/** Tells the desks of an agency that a webhook of theirs was disabled, at the addresses that membership has of them. */
export class OwnerMail {
  constructor(private readonly parts: OwnerMailParts) {}

  async disabled(webhook: Webhook, reason: BusReason): Promise<void> {
    const { mail, members, logger } = this.parts;
    if (!mail) return;
    for (const address of addressesOf(members.membership, webhook.agency)) {
      const { code, status } = await mail.deliver(address, this.#message(webhook, reason));
      if (code !== 'TAKEN') logger.warn({ webhook: webhook.id, code, status }, 'an owner could not be told by mail');
    }
  }

  #message({ id, agency }: Webhook, reason: BusReason): MailMessage {
    return {
      id: `disabled-${reason.toLowerCase()}-${id}`,
      subject: `Referral bus: webhook ${id} of ${agency} was disabled`,
      lines: [
        `The webhook ${id} ${WHY[reason]} and was disabled.`,
        ...HOW[reason],
        '',
        `${this.parts.publicUrl.replace(/\/$/, '')}/v1/webhooks/${id}`,
      ],
    };
  }
}

const WHY: Readonly<Record<BusReason, string>> = {
  FAILING: 'has taken nothing for too long',
  CLIENT_REVOKED: 'was set up by a client that was revoked since',
};

const HOW: Readonly<Record<BusReason, readonly string[]>> = {
  FAILING: ['Nothing is lost: it goes on where it stood once you enable it again.'],
  CLIENT_REVOKED: [
    'Nothing is lost. Look first where it leads, and change its secret: whoever enables it vouches for both.',
    'It goes on where it stood once you have enabled it by another client.',
  ],
};

function addressesOf({ members }: Membership, agency: string): string[] {
  const contacts = Object.values(members[agency]?.contacts ?? {});
  return [...new Set(contacts.map(({ email }) => email).filter((email) => email !== null))];
}
