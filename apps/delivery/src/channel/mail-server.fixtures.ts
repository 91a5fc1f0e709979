import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on this machine, and what came to it. */
export class MailServer {
  readonly mails: { readonly to: readonly string[]; readonly text: string }[] = [];
  readonly #server: SMTPServer;

  constructor(options: SMTPServerOptions = {}) {
    this.#server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
      onData: (stream, session, done) => {
        text(stream).then((said) => {
          // as a reader's program joins lines that were folded on the way
          const whole = said.replaceAll('=\r\n', '');
          this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: whole });
          done();
          // a sender that is killed in the middle of a mail has sent none
        }, done);
      },
      ...options,
    });
    // a sender that is killed in the middle of a mail
    this.#server.on('error', () => undefined);
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
