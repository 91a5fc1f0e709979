import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import pg from 'pg';
import { v7 } from 'uuid';
import { type Answer, type AppName, Deployment } from '../deployment/index.js';
import { Agency, submission, takenBy } from '../webhooks/agency.js';
import { Receiver } from '../webhooks/receiver.js';

/** What is promised of a revocation, from the moment at which it is asked for (milliseconds; faults Z7). */
const EFFECTIVE_MS = 5_000;

interface Door {
  readonly app: AppName;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** What an agency may ask for, at every app that has a door for it: commands, reads, the feed, webhooks. */
const DOORS: readonly Door[] = [
  { app: 'referrals', method: 'POST', path: '/v1/referrals' },
  { app: 'agency-views', method: 'GET', path: '/v1/inbox' },
  { app: 'agency-views', method: 'GET', path: '/v1/feed' },
  { app: 'delivery', method: 'GET', path: '/v1/webhooks' },
  { app: 'delivery', method: 'POST', path: '/v1/webhooks' },
  { app: 'membership', method: 'GET', path: '/v1/membership/agencies' },
  { app: 'audit-trail', method: 'GET', path: '/v1/audit/roots' },
  { app: 'operations', method: 'GET', path: '/v1/operations/lag' },
];

describe('who takes part no more (features F1, faults Z7)', () => {
  let bus: Deployment;
  let journal: pg.Pool;
  let sender: Agency;
  let recipient: Agency;
  const receivers: Receiver[] = [];
  beforeAll(async () => {
    bus = await Deployment.start({ instances: { delivery: 1 } });
    journal = new pg.Pool({ connectionString: bus.databases.journal.url(), max: 2 });
    [sender, recipient] = [new Agency(bus, 'US-CLEAR'), new Agency(bus, 'PH-WCPC')];
  }, 300_000);
  afterAll(async () => {
    await Promise.all(receivers.map((each) => each.close()));
    await journal.end();
    await bus.stop();
  }, 120_000);

  const say = async (who: 'operator' | 'operator-2', path: string, body: object = {}): Promise<Answer['json']> => {
    const headers = { 'idempotency-key': v7() };
    const answer = await bus.ask('membership', who, `/v1/membership/${path}`, { method: 'POST', headers, body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
    return answer.json;
  };
  /** The change that a second person may approve. */
  const proposeSuspension = async (agency: string): Promise<string> =>
    (await say('operator', 'changes', { kind: 'SUSPENSION', agency, reason: 'SECURITY_INCIDENT' })).change ?? '';
  const ask = ({ app, method, path }: Door, agency: string): Promise<Answer> =>
    method === 'GET' ? bus.ask(app, agency, path) : new Agency(bus, agency).post(path);
  /** Until every door is shut for that reason; how long that took, in milliseconds. */
  const shutFor = async (code: string, agency: string, since: number): Promise<number> => {
    const isShut = async (door: Door): Promise<true | undefined> =>
      (await ask(door, agency)).json.code === code ? true : undefined;
    await Promise.all(DOORS.map((door) => until(() => isShut(door), 60_000)));
    return performance.now() - since;
  };
  const receiver = async (): Promise<Receiver> => {
    const made = await new Receiver().open();
    receivers.push(made);
    return made;
  };

  /** A feed that stays open: when it ended, and what it had said. */
  const openFeed = async (agency: string, query: string, accept: string): Promise<() => Promise<[number, string]>> => {
    const response = await fetch(`${bus.apps['agency-views'].url}/v1/feed${query}`, {
      headers: { accept, authorization: `Bearer ${await bus.tokenOf(agency)}` },
    });
    const text = response.text();
    return async () => {
      const said = await text;
      return [performance.now(), said];
    };
  };
  const openFeeds = async (count: number): Promise<void> => {
    const { url } = bus.apps['agency-views'];
    await until(
      async () => (await (await fetch(`${url}/metrics`)).text()).includes(`bus_feeds_open ${count}\n`) || undefined,
    );
  };

  it('as a client is kept out of every door within five seconds, and its open feeds are closed', async () => {
    const agency = 'KE-CHILD';
    const before = await Promise.all(DOORS.map((door) => ask(door, agency)));
    expect(before.map(({ json }) => json.code)).not.toContain('CLIENT_REVOKED');
    const { next } = await new Agency(bus, agency).toldSince('');
    const stream = await openFeed(agency, '', 'text/event-stream');
    const poll = openFeed(agency, `?wait=30&cursor=${next}`, 'application/json');
    await openFeeds(2);
    const since = performance.now();
    const path = `/v1/membership/agencies/${agency}/clients/ke-child/revoke`;
    await new Agency(bus, agency).say(path, { reason: 'CLIENT_COMPROMISED' });
    expect(await shutFor('CLIENT_REVOKED', agency, since)).toBeLessThan(EFFECTIVE_MS);
    const [streamEnd, said] = await stream();
    expect(said).toMatch(/event: end\ndata: \{"reason":"STANDING_LOST"\}\n\n$/);
    const [pollEnd, page] = await (await poll)();
    expect(JSON.parse(page)).toMatchObject({ items: [], next });
    expect(Math.max(streamEnd, pollEnd) - since).toBeLessThan(EFFECTIVE_MS);
  }, 120_000);

  it('in a role that its agency holds no more is read to no longer than five seconds', async () => {
    const stream = await openFeed('BR-NCP', '', 'text/event-stream');
    await openFeeds(1);
    const other = { agency: 'BR-NCP', name: 'National Contact (demo)', country: 'BR', roles: ['RESEARCH'] };
    const { proposal } = await say('operator', 'agencies', other);
    const since = performance.now();
    await say('operator-2', 'agencies/BR-NCP/admit', { proposal });
    const [end, said] = await stream();
    expect(said).toMatch(/event: end\ndata: \{"reason":"STANDING_LOST"\}\n\n$/);
    expect(end - since).toBeLessThan(EFFECTIVE_MS);
  }, 60_000);

  it('as an agency is sent nothing by webhook from five seconds on, and what came meanwhile once it is back', async () => {
    const [agency, control] = [new Agency(bus, 'PH-CHILD'), await receiver()];
    const at = await receiver();
    await agency.webhookTo(at);
    await sender.webhookTo(control);
    const referrals = await Promise.all(Array.from({ length: 3 }, () => sender.submit({ to: { agency: 'PH-CHILD' } })));
    await until(async () => referrals.every((each) => takenBy(at).has(each)) || undefined, 60_000);
    const change = await proposeSuspension('PH-CHILD');
    const since = performance.now();
    await say('operator-2', `changes/${change}/approve`);
    expect(await shutFor('AGENCY_SUSPENDED', 'PH-CHILD', since)).toBeLessThan(EFFECTIVE_MS);

    for (const each of referrals) await sender.say(`/v1/referrals/${each}/withdraw`, { reason: 'NO_LONGER_NEEDED' });
    const withdrawals = (told: Receiver): string[] =>
      told.taken.filter(({ type }) => type === 'ReferralWithdrawn').map(({ referral }) => referral);
    await until(async () => withdrawals(control).length === referrals.length || undefined, 60_000);
    expect(withdrawals(at)).toEqual([]);

    const back = { agency: 'PH-CHILD', name: 'Child Care Service (demo)', country: 'PH', roles: ['CHILD_PROT'] };
    const { proposal } = await say('operator', 'agencies', back);
    await say('operator-2', 'agencies/PH-CHILD/admit', { proposal });
    await until(async () => withdrawals(at).length === referrals.length || undefined, 60_000);
    expect(withdrawals(at).sort()).toEqual([...referrals].sort());
  }, 240_000);

  it('as a client: what it set up as a webhook is sent nothing from five seconds on', async () => {
    const [agency, at, control] = [new Agency(bus, 'DE-HOTLINE'), await receiver(), await receiver()];
    await agency.webhookTo(at);
    await sender.webhookTo(control);
    const first = await agency.submit();
    await until(async () => takenBy(at).has(first) || undefined, 60_000);
    const since = performance.now();
    const path = '/v1/membership/agencies/DE-HOTLINE/clients/de-hotline/revoke';
    await agency.say(path, { reason: 'CLIENT_COMPROMISED' });
    expect(await shutFor('CLIENT_REVOKED', 'DE-HOTLINE', since)).toBeLessThan(EFFECTIVE_MS);

    await recipient.say(`/v1/referrals/${first}/receive`);
    const second = await sender.submit();
    await until(async () => takenBy(control).has(second) || undefined, 60_000);
    expect(at.taken.map(({ type }) => type)).not.toContain('ReferralReceived');
  }, 240_000);

  it('when its command is decided is refused, though it was let in before', async () => {
    const { text: earlier } = await bus.ask('agency-views', 'PH-WCPC', '/v1/inbox');
    const change = await proposeSuspension('GB-HOTLINE');
    const held = await journal.connect();
    try {
      await held.query('BEGIN');
      await held.query('SELECT FROM lane WHERE lane > 0 FOR UPDATE');
      const waiting = new Agency(bus, 'GB-HOTLINE').post('/v1/referrals', submission);
      await until(async () => {
        const { rowCount } = await journal.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rowCount === 0 ? undefined : true;
      });
      const since = performance.now();
      await say('operator-2', `changes/${change}/approve`);
      await until(async () => {
        const { json } = await bus.ask('referrals', 'GB-HOTLINE', '/v1/referrals', { method: 'POST' });
        return json.code === 'AGENCY_SUSPENDED' ? true : undefined;
      });
      expect(performance.now() - since).toBeLessThan(EFFECTIVE_MS);
      await held.query('COMMIT');
      const { status, json } = await waiting;
      expect([status, json.code]).toEqual([403, 'STANDING_LOST']);
    } finally {
      held.release();
    }
    const { text: later } = await bus.ask('agency-views', 'PH-WCPC', '/v1/inbox');
    expect(later).toBe(earlier);
  }, 120_000);

  it('as a client is refused when its command is decided, though its body was on its way before', async () => {
    const agency = 'FR-NCP';
    const notice = { from: '2030-01-01T00:00:00Z' };
    const begun = await Promise.all([
      beginPost(`${bus.apps.referrals.url}/v1/referrals`, await bus.tokenOf(agency)),
      beginPost(`${bus.apps.membership.url}/v1/membership/agencies/${agency}/maintenance`, await bus.tokenOf(agency)),
    ]);
    const since = performance.now();
    const path = `/v1/membership/agencies/${agency}/clients/fr-ncp/revoke`;
    await new Agency(bus, agency).say(path, { reason: 'CLIENT_COMPROMISED' });
    expect(await shutFor('CLIENT_REVOKED', agency, since)).toBeLessThan(EFFECTIVE_MS);
    const [submitted, notified] = begun;
    const answers = [await submitted?.(submission), await notified?.(notice)];
    expect(answers).toEqual([
      [403, 'STANDING_LOST'],
      [403, 'STANDING_LOST'],
    ]);
  }, 120_000);
});

type Finish = (body: object) => Promise<[status: number, code: unknown]>;

/** A command whose head was taken and whose body is still to come. */
async function beginPost(url: string, token: string): Promise<Finish> {
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': v7() },
    ...{ expect: '100-continue', 'transfer-encoding': 'chunked' },
  };
  const asked = request(url, { method: 'POST', headers });
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
  asked.flushHeaders();
  await once(asked, 'continue');
  return async (body) => {
    asked.end(JSON.stringify(body));
    const [answer] = await answered;
    return [answer.statusCode ?? 0, ((await json(answer)) as { code?: string }).code];
  };
}
