import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#libs/local-stack';
import { type Certificate, SpecAuthority, until } from '#libs/testing';
import { v7 } from 'uuid';
import { Deployment, ownDist } from '../deployment/index.js';
import { MailServer } from '../../apps/delivery/src/channel/mail-server.fixtures.js';
import { Agency, membershipIn, takenBy } from './agency.js';
import { type Behaviour, Receiver } from './receiver.js';

interface Called {
  readonly data: { readonly message: number };
}
interface Shown {
  readonly failures: number;
  readonly endedBy: string | null;
  readonly nextAt: string | null;
}

/** An hour of the published schedule in half a second, its five days in a minute. */
const SPEED = '7200';

describe('an agency’s webhooks (design 3 "An agency’s feed", features A5, A10)', () => {
  let bus: Deployment;
  let sender: Agency;
  let recipient: Agency;
  const receivers: Receiver[] = [];
  /** Of more than one test. */
  const lasting: Receiver[] = [];
  /** Takes nothing while the other tests run. */
  let failing: { at: Receiver; id: string; referrals: string[] };
  let mail: MailServer;
  const authority = new SpecAuthority('An agency with certificates of its own');
  beforeAll(async () => {
    mail = await new MailServer().open();
    bus = await Deployment.start({
      instances: { delivery: 2 },
      env: {
        delivery: { WEBHOOK_SPEED: SPEED, WEBHOOK_ANSWER_SECONDS: '2', SMTP_URL: mail.url, WEBHOOK_CA: authority.cert },
      },
    });
    [sender, recipient] = [new Agency(bus, 'US-CLEAR'), new Agency(bus, 'PH-WCPC')];
    const at = await new Receiver().open();
    lasting.push(at);
    at.judge = () => 'ERROR';
    failing = { at, id: await sender.webhookTo(at), referrals: await received(2) };
  }, 300_000);
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await Promise.all(lasting.map((each) => each.close()));
    await bus.stop();
    await mail.close();
  }, 120_000);

  const receiver = async (port?: number, certificate?: Certificate): Promise<Receiver> => {
    const made = await new Receiver(certificate).open(port);
    receivers.push(made);
    return made;
  };
  /** Waits until the receiver has taken all that the feed tells of these referrals, and holds the order of each. */
  const isComplete = async (
    agency: Agency,
    at: Receiver,
    referrals: readonly string[],
    each: number,
  ): Promise<void> => {
    const told = await agency.told(referrals, each);
    await until(async () => {
      const taken = takenBy(at);
      return [...told].every(([referral, items]) => (taken.get(referral)?.length ?? 0) >= items.length) || undefined;
    }, 60_000);
    for (const [referral, items] of told) expect(takenBy(at).get(referral)).toEqual(items);
    expect(at.unsigned).toEqual([]);
  };
  const received = async (count: number): Promise<string[]> => {
    const ids = await Promise.all(Array.from({ length: count }, () => sender.submit()));
    for (const id of ids) await recipient.say(`/v1/referrals/${id}/receive`);
    return ids;
  };

  it('are sent everything that the feed tells, signed, in order per referral', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    await isComplete(recipient, at, await received(5), 3);
    expect(await recipient.webhook(id)).toMatchObject({ status: 'ACTIVE', failures: 0, reading: null });
    await remove(id);
  });

  it('show the sender of what they took that its recipient has it (features A8)', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    const referral = await sender.submit();
    await until(async () => {
      const { text } = await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${referral}`);
      return text.includes('"delivery":{"step":"RETRIEVED"') || undefined;
    }, 60_000);
    expect(takenBy(at).get(referral)?.[0]).toContain('ReferralSubmitted');
    await remove(id);
  }, 180_000);

  it.each<Behaviour>(['ERROR', 'HANG', 'REDIRECT', 'LIE', 'CUT'])(
    'hold back the referral whose item meets %s, and no other, until it is taken under the same id',
    async (behaviour) => {
      const at = await receiver();
      let [bad, met] = ['', 0];
      at.judge = ({ referral }) => {
        if (bad === '') bad = referral;
        return referral === bad && met++ < 2 ? behaviour : 'TAKE';
      };
      const id = await recipient.webhookTo(at);
      await isComplete(recipient, at, await received(4), 3);
      const first = at.messages.filter(({ referral }) => referral === bad).slice(0, 3);
      expect(first.map(({ behaviour: came }) => came)).toEqual([behaviour, behaviour, 'TAKE']);
      expect(new Set(first.map(({ id: each }) => each)).size).toBe(1);
      expect(at.redirected).toBe(0);
      await remove(id);
    },
    90_000,
  );

  it('go on without loss where a receiver was away for a day and more, and others were not held up', async () => {
    const at = await receiver();
    const other = await receiver();
    const [id, otherId] = [await recipient.webhookTo(at), await recipient.webhookTo(other)];
    const port = Number(new URL(at.url).port);
    await at.close();
    const ids = await received(6);
    await isComplete(recipient, other, ids, 3);
    // by the published schedule this is days
    await until(async () => (await recipient.webhook(id)).failures > 12 || undefined, 60_000);
    const again = await receiver(port);
    again.secrets = at.secrets;
    await isComplete(recipient, again, ids, 3);
    await until(async () => (await recipient.webhook(id)).failures === 0 || undefined);
    await remove(id, otherId);
  }, 240_000);

  it('take what is urgent first, and again within a minute whatever else is paused (P1)', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    const routine = await received(8);
    await isComplete(recipient, at, routine, 3);
    at.judge = ({ referral }) => (referral === urgent ? 'TAKE' : 'ERROR');
    let urgent = '';
    const held = await received(3);
    await until(async () => (await recipient.webhook(id)).failures > 8 || undefined, 60_000);
    urgent = await sender.submit({ priority: { level: 'P1', reasons: ['LIFE_THREAT'] } });
    const from = Date.now();
    await isComplete(recipient, at, [urgent], 2);
    expect(Date.now() - from).toBeLessThan(20_000);
    at.judge = () => 'TAKE';
    // one that was taken says that it is well: all that waits goes at once
    await isComplete(recipient, at, held, 3);
    await remove(id);
  }, 240_000);

  it('are sent nothing while their agency’s systems are away, and that is no failure', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    const from = new Date().toISOString();
    const before = await membershipIn(bus.apps.membership.url);
    const { text } = await recipient.post('/v1/membership/agencies/PH-WCPC/maintenance', { from });
    expect(text).toContain('MaintenanceNotified');
    await until(async () => {
      const known = await Promise.all(bus.instancesOf('delivery').map(({ url }) => membershipIn(url)));
      return known.every((position) => position > before) || undefined;
    });
    const ids = await received(2);
    await recipient.told(ids, 3);
    await until(async () => (await waiting(id)) >= 6 || undefined);
    expect(takenBy(at)).toEqual(new Map());
    expect(await recipient.webhook(id)).toMatchObject({ failures: 0, status: 'ACTIVE' });
    await recipient.say('/v1/membership/agencies/PH-WCPC/maintenance', { from, until: from });
    await isComplete(recipient, at, ids, 3);
    await remove(id);
  }, 120_000);

  it('keep both secrets while one is changed, and the new one alone after', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    const [old = ''] = at.secrets;
    const { secret = '' } = await recipient.say(`/v1/webhooks/${id}/rotate`, { overlapHours: 1 });
    at.secrets = [old];
    await isComplete(recipient, at, await received(1), 3);
    at.secrets = [secret];
    await isComplete(recipient, at, await received(1), 3);
    expect(at.messages.at(-1)?.signatures).toBe(2);
    const { secret: last = '' } = await recipient.say(`/v1/webhooks/${id}/rotate`, { overlapHours: 0 });
    at.secrets = [last];
    await isComplete(recipient, at, await received(1), 3);
    expect(at.messages.at(-1)?.signatures).toBe(1);
    await remove(id);
  }, 120_000);

  it('lose nothing when what sends is killed at any step, and repeat only under the same id', async () => {
    const at = await receiver();
    const id = await recipient.webhookTo(at);
    const mortals = bus.instancesOf('delivery');
    let deaths = 0;
    const die = async (): Promise<void> => {
      deaths += 1;
      // whichever sends: both
      await Promise.all(mortals.map((each) => each.end('SIGKILL')));
      await Promise.all(mortals.map((each) => each.start()));
    };
    let death: Promise<void> | null = null;
    // before the answer, after it, and both again
    const moments: { after: number; behaviour: Behaviour }[] = [2, 7, 12, 17].map((after, nth) => ({
      after,
      behaviour: nth % 2 === 0 ? 'CUT' : 'TAKE',
    }));
    at.judge = () => {
      const moment = moments[0];
      if (!moment || death || at.messages.length < moment.after) return 'TAKE';
      moments.shift();
      death = die().finally(() => (death = null));
      return moment.behaviour;
    };
    const isOver = (): boolean => moments.length === 0 && death === null;
    const ids = await received(8);
    // one that starts first may send all that waits before the other has: there must be more for each moment to come
    while (!isOver()) ids.push(...(await received(1)));
    // while the feed is read and filed: at no moment in particular
    const more = received(4);
    await die();
    await isComplete(recipient, at, [...ids, ...(await more)], 3);
    expect(deaths).toBe(5);
    await remove(id);
  }, 240_000);

  it('are registered once under a key, challenged, and theirs alone', async () => {
    const at = await receiver();
    const key = v7();
    const body = { url: at.url, description: 'Cases', subscription: { topics: ['referral'], priorities: ['P1'] } };
    const first = await recipient.post('/v1/webhooks', body, key);
    expect(first).toMatchObject({ status: 201, json: { status: 'PENDING', subscription: { types: null } } });
    expect(await recipient.post('/v1/webhooks', body, key)).toMatchObject({ status: 201, text: first.text });
    const other = await recipient.post('/v1/webhooks', { ...body, description: 'Others' }, key);
    expect(other).toMatchObject({ status: 422, json: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const { id = '', secret } = first.json as { id?: string; secret?: string };
    expect(secret).toMatch(/^whsec_/);
    // it does not know the secret yet
    expect(await recipient.post(`/v1/webhooks/${id}/enable`)).toMatchObject({
      ...{ status: 409, json: { code: 'WEBHOOK_CHALLENGE_FAILED', details: { outcome: 'STATUS', status: 401 } } },
    });
    at.secrets = [secret ?? ''];
    expect(await recipient.say(`/v1/webhooks/${id}/test`)).toMatchObject({ outcome: 'TAKEN', status: 204 });
    expect(at.messages).toHaveLength(1);
    expect(await recipient.say(`/v1/webhooks/${id}/enable`)).toMatchObject({ status: 'ACTIVE' });
    const listed = await bus.ask('delivery', 'PH-WCPC', '/v1/webhooks');
    expect(listed.text).not.toContain('whsec_');
    expect(listed.json.items).toEqual([expect.objectContaining({ id, status: 'ACTIVE' })]);
    for (const path of ['enable', 'disable', 'test', 'rotate'])
      expect((await sender.post(`/v1/webhooks/${id}/${path}`)).status).toBe(404);
    for (const method of ['GET', 'DELETE'])
      expect((await bus.ask('delivery', 'US-CLEAR', `/v1/webhooks/${id}`, { method })).status).toBe(404);
    expect((await bus.ask('delivery', 'BUS-OPS', '/v1/webhooks')).status).toBe(403);
    await remove(id);
    expect((await bus.ask('delivery', 'PH-WCPC', `/v1/webhooks/${id}`)).status).toBe(404);
    const delegate = await bus.ask('agency-views', 'PH-WCPC', '/v1/feed/delegate');
    expect(JSON.parse(delegate.text)).toMatchObject({ role: null });
  });

  it.each([
    [{ url: 'https://cases.example/' }, 'WEBHOOK_ADDRESS_REFUSED'],
    [{ url: 'http://169.254.169.254/latest/meta-data' }, 'WEBHOOK_ADDRESS_REFUSED'],
    [{ url: 'http://127.0.0.1:1/', cursor: 'AAAA' }, 'WEBHOOK_CURSOR_INVALID'],
    [{ url: 'http://127.0.0.1:1/', subscription: { topics: ['everything'] } }, 'CONTENT_INVALID'],
    [{ url: 'http://127.0.0.1:1/', agency: 'US-CLEAR' }, 'CONTENT_INVALID'],
  ])('are refused where they cannot be: %j', async (body, code) =>
    expect(await recipient.post('/v1/webhooks', body)).toMatchObject({ status: 422, json: { code } }),
  );

  it('are disabled by the bus when they take nothing for the published time, and go on where they stood', async () => {
    await until(async () => (await sender.webhook(failing.id)).status === 'DISABLED' || undefined, 90_000);
    expect(await sender.webhook(failing.id)).toMatchObject({ status: 'DISABLED', reason: 'FAILING' });
    failing.at.judge = () => 'TAKE';
    await sender.say(`/v1/webhooks/${failing.id}/enable`);
    await isComplete(sender, failing.at, failing.referrals, 3);
  }, 300_000);

  it('are read no further once the agency takes that back, and sent nothing of what was read before', async () => {
    const [at, others] = [await receiver(), await receiver()];
    at.judge = () => 'ERROR';
    const id = await recipient.webhookTo(at);
    const control = await sender.webhookTo(others);
    const ids = await received(1);
    await until(async () => (await waiting(id)) > 0 || undefined, 30_000);
    await bus.ask('agency-views', 'PH-WCPC', '/v1/feed/delegate', { method: 'DELETE' });
    ids.push(...(await received(1)));
    await until(async () => (await reading(id)) === 'FEED_NOT_DELEGATED' || undefined, 30_000);
    at.judge = () => 'TAKE';
    await isComplete(sender, others, await received(1), 3);
    expect(takenBy(at)).toEqual(new Map());
    await recipient.say(`/v1/webhooks/${id}/enable`);
    await isComplete(recipient, at, ids, 3);
    await remove(id);
    await bus.ask('delivery', 'US-CLEAR', `/v1/webhooks/${control}`, { method: 'DELETE' });
  }, 180_000);

  it('are handled from a terminal', async () => {
    const at = await receiver();
    const run = (...args: string[]) => bus.bus(['webhooks', ...args, '--as', 'PH-WCPC']).done;
    const added = await run('add', at.url, '--topics', 'referral');
    const [id = '', secret = ''] = added.stdout.split('\n');
    expect([added.code, secret.slice(0, 6)]).toEqual([0, 'whsec_']);
    at.secrets = [secret];
    expect((await run('enable', id)).stdout).toBe(`${id} is ACTIVE\n`);
    const rotated = await run('rotate', id, '--overlap', '0');
    expect(await run('test', id)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^STATUS 401 after/) });
    at.secrets = [rotated.stdout.trim()];
    const asked = [run('test', id), run('list'), run('deliveries', id)];
    const [tested, listed, deliveries] = await Promise.all(asked);
    expect([tested?.code, deliveries?.code]).toEqual([0, 0]);
    expect(listed?.stdout).toContain(at.url);
    expect((await run('delete', id)).stdout).toBe(`${id} is gone\n`);
    expect((await run('test', id)).code).toBe(2);
  }, 240_000);

  it('are taken by the receiver of docs/integration/webhooks.md', async () => {
    const port = await freePort();
    // what came before is told as well where no place is given, and there is much of it by now
    const { next: cursor } = await recipient.toldSince('');
    const { id = '', secret = '' } = await recipient.say('/v1/webhooks', {
      url: `http://127.0.0.1:${port}/bus`,
      cursor,
    });
    const child = spawn(process.execPath, [join(ownDist, 'docs/examples/receiver.js')], {
      env: { PATH: process.env['PATH'], WEBHOOK_SECRETS: secret, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    try {
      await until(async () => lines.includes('ready') || undefined);
      await recipient.say(`/v1/webhooks/${id}/enable`);
      const [referral = ''] = await received(1);
      const told = await recipient.told([referral], 3);
      const wanted = (told.get(referral) ?? []).map((each) => `${each} ${referral}`);
      await until(async () => wanted.every((line) => lines.includes(line)) || undefined, 30_000);
      expect((await fetch(`http://127.0.0.1:${port}/bus`, { method: 'POST', body: '{}' })).status).toBe(401);
    } finally {
      child.kill('SIGKILL');
      await remove(id);
    }
  }, 120_000);

  it('are sent over TLS to who shows a certificate that the operator trusts, and to no other', async () => {
    const at = await receiver(0, authority.certify('localhost'));
    const id = await recipient.webhookTo(at);
    await isComplete(recipient, at, await received(1), 3);
    const unknown = new SpecAuthority('nobody that is known').certify('localhost');
    for (const certificate of [unknown, authority.certify('cases.wcpc.example')]) {
      const other = await receiver(0, certificate);
      const made = await recipient.say('/v1/webhooks', { url: other.url });
      other.secrets = [made.secret ?? ''];
      expect(await recipient.post(`/v1/webhooks/${made.id}/enable`)).toMatchObject({
        ...{ status: 409, json: { details: { outcome: 'NOT_REACHED' } } },
      });
      expect([...other.messages, ...other.unsigned]).toEqual([]);
      await remove(made.id ?? '');
    }
    await remove(id);
  }, 180_000);

  it('change what they are told and where, without loss, once for a key and only where nobody came first', async () => {
    const at = await receiver();
    const other = await receiver();
    const id = await recipient.webhookTo(at, { subscription: { types: ['ReferralReceived'] } });
    const first = await received(2);
    await until(async () => first.every((referral) => takenBy(at).get(referral)?.length === 1) || undefined, 60_000);
    const tag = async (): Promise<string> => {
      const headers = { authorization: `Bearer ${await bus.tokenOf('PH-WCPC')}` };
      return (await fetch(`${bus.apps.delivery.url}/v1/webhooks/${id}`, { headers })).headers.get('etag') ?? '';
    };
    const seen = await tag();
    const key = v7();
    const wider = await recipient.patch(id, { subscription: {}, description: 'All' }, { key, ifMatch: seen });
    expect(wider).toMatchObject({ status: 200, json: { status: 'ACTIVE', subscription: { types: null } } });
    // what is visible from now on is judged by the new settings, whoever was reading meanwhile
    const all = await received(4);
    await isComplete(recipient, at, all, 3);
    expect(await recipient.patch(id, { description: 'Mine' }, { ifMatch: seen })).toMatchObject({
      ...{ status: 412, json: { code: 'WEBHOOK_CHANGED' } },
    });
    // an address that does not answer the challenge changes nothing
    expect(await recipient.patch(id, { url: other.url })).toMatchObject({
      ...{ status: 409, json: { code: 'WEBHOOK_CHALLENGE_FAILED' } },
    });
    expect(other.unsigned.splice(0)).toHaveLength(1);
    other.secrets = at.secrets;
    expect(await recipient.patch(id, { url: other.url }, { ifMatch: await tag() })).toMatchObject({ status: 200 });
    await isComplete(recipient, other, await received(2), 3);
    expect(await recipient.patch(id, { subscription: {}, description: 'All' }, { key })).toMatchObject({
      ...{ status: 200, text: wider.text },
    });
    expect(await recipient.patch(id, { url: 'http://169.254.169.254/' })).toMatchObject({ status: 422 });
    expect(await recipient.patch(id, {})).toMatchObject({ status: 422 });
    expect((await sender.patch(id, { description: 'Theirs' })).status).toBe(404);
    await remove(id);
  }, 300_000);

  it('call the desk of a P1 by every channel, whoever dies, until a person acknowledges (issue 4/8, vocabulary 1.3)', async () => {
    const at = await receiver();
    // what the feed tells is not wanted here
    const id = await recipient.webhookTo(at, { subscription: { types: ['ReferralExpired'] } });
    const before = await membershipIn(bus.apps.membership.url);
    const channels = [
      { kind: 'WEBHOOK', address: id },
      { kind: 'WEBHOOK', address: v7() },
      { kind: 'SMTP', address: 'duty@wcpc.example' },
    ];
    const desk = { availability: 'AROUND_THE_CLOCK', desk: 'Duty officer', phone: '+63285550100', channels };
    await recipient.say('/v1/membership/agencies/PH-WCPC/contact-points/POC_247', desk);
    await until(async () => {
      const known = await Promise.all(bus.instancesOf('delivery').map(({ url }) => membershipIn(url)));
      return known.every((position) => position > before) || undefined;
    }, 60_000);
    at.judge = () => 'HANG';
    const referral = await sender.submit({ priority: { level: 'P1', reasons: ['LIFE_THREAT'] } });
    const calls = () => at.messages.filter((each) => each.referral === referral);
    const mails = () => mail.mails.filter(({ text }) => text.includes(`Referral: ${referral}\r\n`));
    const messageIn = (text: string): string => /^Message-ID: <(.*)@referral-bus>\r$/m.exec(text)?.[1] ?? '';
    // the mail server takes it while the webhook says nothing
    await until(async () => (calls().length > 0 && mails().length > 0) || undefined, 60_000);
    const mortals = bus.instancesOf('delivery');
    await Promise.all(mortals.map((each) => each.end('SIGKILL')));
    const unanswered = calls().length;
    at.judge = () => 'TAKE';
    await Promise.all(mortals.map((each) => each.start()));
    await until(async () => (calls().length > unanswered + 1 && mails().length > 2) || undefined, 60_000);
    // what was not taken comes again as the same message, and what is said again later is another one
    const [first] = calls();
    expect(
      new Set(
        calls()
          .slice(0, unanswered + 1)
          .map((each) => each.id),
      ),
    ).toEqual(new Set([first?.id]));
    const byWebhook = calls().map((each) => [each.id, (JSON.parse(each.body) as Called).data.message]);
    const byMail = mails().map(({ text }) => [messageIn(text), Number(/^Message: (\d+)\r$/m.exec(text)?.[1])]);
    for (const said of [byWebhook, byMail]) {
      const distinct = (at: number): number => new Set(said.map((each) => each[at])).size;
      expect([distinct(0), new Set(said.map(String)).size]).toEqual([distinct(1), distinct(1)]);
    }
    for (const said of [...calls().map(({ body }) => body), ...mails().map(({ text }) => text)]) {
      expect(said).toContain(referral);
      expect(said).not.toMatch(/SOLICITATION|CHAT_LOG|LIFE_THREAT/);
    }

    await recipient.say(`/v1/referrals/${referral}/acknowledge`);
    const shown = await until(async () => {
      const { text } = await bus.ask('agency-views', 'US-CLEAR', `/v1/escalations/${referral}`);
      const tried = (JSON.parse(text) as { calls: Shown[] }).calls;
      const isOver = tried.every(({ endedBy, nextAt }) => endedBy !== null && nextAt === null);
      return isOver && tried.length === channels.length ? tried : undefined;
    }, 60_000);
    const called = {
      agency: 'PH-WCPC',
      role: 'LE_UNIT',
      step: null,
      cause: 'ACKNOWLEDGE',
      endedBy: 'ReferralAcknowledged',
    };
    expect(shown.toSorted((one, other) => one.failures - other.failures)).toMatchObject([
      { ...called, outcome: 'TAKEN' },
      { ...called, outcome: 'TAKEN' },
      { ...called, channel: 'WEBHOOK', outcome: 'CHANNEL_UNKNOWN', messages: 0 },
    ]);
    expect(JSON.stringify(shown)).not.toContain('wcpc.example');
    await remove(id);
  }, 360_000);

  const reading = async (id: string): Promise<string | null> => (await recipient.webhook(id)).reading;
  const remove = async (...ids: string[]): Promise<void> => {
    for (const id of ids) await bus.ask('delivery', 'PH-WCPC', `/v1/webhooks/${id}`, { method: 'DELETE' });
  };
  const waiting = async (id: string): Promise<number> => {
    const { json } = await bus.ask('delivery', 'PH-WCPC', `/v1/webhooks/${id}/deliveries?status=WAITING`);
    return json.items?.length ?? 0;
  };
});
