import { setTimeout as delay } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import type { Outcome, OutcomeCode } from '../outgoing/outcome.js';
import type { Channel } from './channel.js';

export interface MailSettings {
  /** `smtp://` or `smtps://` address of the server that takes the bus's mail, with its credentials. */
  readonly url: string;
  readonly from: string;
}

/** Ids, codes and a link: a mail is read by whoever passes it on, so it says nothing of a case. */
export interface MailMessage {
  readonly id: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

const CONNECT_MS = 5_000;
const SILENCE_MS = 10_000;
/** Of a whole mail; a server that answers later is as good as none. */
export const MAIL_MS = 30_000;

/** Mail to an agency's desk, through one server of the operator's. */
export class MailChannel implements Channel<string, MailMessage> {
  readonly #transport: Transporter;
  readonly #from: string;

  constructor({ url, from }: MailSettings) {
    this.#transport = createTransport({
      url,
      // no word leaves this machine in the clear
      requireTLS: new URL(url).hostname !== '127.0.0.1',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.#from = from;
  }

  async deliver(to: string, { id, subject, lines }: MailMessage): Promise<Outcome> {
    const begun = performance.now();
    const came = (code: OutcomeCode, status: number | null): Outcome => ({
      ...{ code, status, body: '' },
      ms: Math.round(performance.now() - begun),
    });
    try {
      const sent = this.#transport.sendMail({
        from: this.#from,
        // an address and never a list of them
        to: { name: '', address: to },
        messageId: `<${id}@referral-bus>`,
        subject,
        text: `${lines.join('\n')}\n`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      const late = Symbol('late');
      const bound = new AbortController();
      const end = delay(MAIL_MS, late, { signal: bound.signal, ref: false }).catch(() => late);
      const result = await Promise.race([sent, end]).finally(() => bound.abort());
      return result === late ? came('NO_ANSWER', null) : came('TAKEN', null);
    } catch (error) {
      const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
      if (responseCode !== undefined) return came('STATUS', responseCode);
      return came(code === 'ETIMEDOUT' ? 'NO_ANSWER' : 'NOT_REACHED', null);
    }
  }

  close(): void {
    this.#transport.close();
  }
}
