import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#libs/platform';
import type { SMTPServerOptions } from 'smtp-server';
import type { Webhook } from '../webhook/webhook.js';
import { MailChannel } from './mail-channel.js';
import { MailServer } from './mail-server.fixtures.js';
import { OwnerMail } from './owner-mail.js';

const servers: MailServer[] = [];
const channels: MailChannel[] = [];
afterEach(async () => {
  channels.splice(0).forEach((each) => each.close());
  await Promise.all(servers.splice(0).map((each) => each.close()));
});

/** A mail server on this machine, and a channel through it. */
async function mailing(options?: SMTPServerOptions): Promise<{ channel: MailChannel; mails: MailServer['mails'] }> {
  const server = await new MailServer(options).open();
  servers.push(server);
  const channel = new MailChannel({ url: server.url, from: 'bus@referral-bus.example' });
  channels.push(channel);
  return { channel, mails: server.mails };
}

const message = { id: 'm-1', subject: 'A webhook', lines: ['one', 'two'] };

describe('the mail server of the tests', () => {
  it('keeps no half of a mail whose sender was killed, and goes on', async () => {
    const { channel, mails } = await mailing();
    const sender = connect(Number(new URL(servers.at(-1)?.url ?? '').port), '127.0.0.1');
    for (const said of ['EHLO x', 'MAIL FROM:<a@x.example>', 'RCPT TO:<b@y.example>', 'DATA']) {
      await once(sender, 'data');
      sender.write(`${said}\r\n`);
    }
    await once(sender, 'data');
    sender.write('Subject: half\r\n');
    sender.resetAndDestroy();
    expect(await channel.deliver('duty@wcpc.example', message)).toMatchObject({ code: 'TAKEN' });
    expect(mails).toHaveLength(1);
  });
});

describe('mail to a desk', () => {
  it('goes to the one address, with ids and words of the bus alone', async () => {
    const { channel, mails } = await mailing();
    expect(await channel.deliver('duty@wcpc.example', message)).toMatchObject({ code: 'TAKEN' });
    expect(mails.map(({ to }) => to)).toEqual([['duty@wcpc.example']]);
    expect(mails[0]?.text).toMatch(/^Message-ID: <m-1@referral-bus>\r$/m);
    expect(mails[0]?.text).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mails[0]?.text).toContain('\r\n\r\none\r\ntwo\r\n');
  });

  it.each(['a@x.example, b@y.example', 'a@x.example\r\nBcc: b@y.example', '"a" <a@x.example>, b@y.example'])(
    'never goes to more than one, whatever the address says: %j',
    async (address) => {
      const { channel, mails } = await mailing();
      await channel.deliver(address, message);
      expect(mails.flatMap(({ to }) => to).filter((to) => to === 'b@y.example')).toEqual([]);
    },
  );

  it('comes to an outcome where the server refuses, or there is none', async () => {
    const refuse: SMTPServerOptions['onRcptTo'] = (_address, _session, done) =>
      done(Object.assign(new Error('no such desk'), { responseCode: 550 }));
    const { channel } = await mailing({ onRcptTo: refuse });
    expect(await channel.deliver('nobody@wcpc.example', message)).toMatchObject({ code: 'STATUS', status: 550 });
    const nowhere = new MailChannel({ url: 'smtp://127.0.0.1:1', from: 'bus@referral-bus.example' });
    expect(await nowhere.deliver('duty@wcpc.example', message)).toMatchObject({ code: 'NOT_REACHED' });
  });

  it('tells each desk of an agency that its webhook was disabled, and where to look', async () => {
    const { channel, mails } = await mailing();
    const contact = (email: string | null): object => ({ email });
    const contacts = {
      LE_UNIT: contact('unit@wcpc.example'),
      POC_247: contact('duty@wcpc.example'),
      HEALTH: contact(null),
    };
    const members = { membership: { members: { 'PH-WCPC': { contacts } } } } as never;
    const logger = createLogger({ app: 'delivery', level: 'silent' });
    const owners = new OwnerMail({ mail: channel, publicUrl: 'https://bus.example/', members, logger });
    const id = '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c';
    const webhook = { id, agency: 'PH-WCPC', url: 'https://secret.example/path' } as Webhook;
    await owners.disabled(webhook, 'CLIENT_REVOKED');
    expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(['duty@wcpc.example', 'unit@wcpc.example']);
    for (const { text: said } of mails) {
      expect(said).toContain(`https://bus.example/v1/webhooks/${id}`);
      expect(said).toContain('by a client that was revoked since');
      expect(said).not.toContain('secret.example');
    }
  });
});
