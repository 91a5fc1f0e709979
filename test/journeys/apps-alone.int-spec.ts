import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { type Answer, Deployment } from '../deployment/index.js';

const submission = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

/** What was said of a referral; how it got to its receiver comes when it comes. */
const typesIn = ({ json }: Answer): string[] | undefined =>
  json.items?.flatMap(({ type }) => (type === 'EvidenceAdvanced' ? [] : [type]));

describe('every app in a process of its own', () => {
  let bus: Deployment;
  beforeAll(async () => {
    bus = await Deployment.start();
  }, 240_000);
  afterAll(() => bus.stop(), 60_000);

  const submit = (key: string): Promise<Answer> =>
    bus.ask('referrals', 'US-CLEAR', '/v1/referrals', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: submission,
    });
  const say = (id: string, word: string, body: unknown = {}): Promise<Answer> =>
    bus.ask('referrals', 'PH-WCPC', `/v1/referrals/${id}/${word}`, {
      method: 'POST',
      headers: { 'idempotency-key': v7(), 'bus-person': 'p-1' },
      body,
    });
  const idOf = ({ json, text }: Answer): string => {
    if (!json.id) throw new Error(text);
    return json.id;
  };

  /** Every referral in the recipient's inbox; none may appear on two pages. */
  const inboxOf = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for (let next: string | null = '/v1/inbox?limit=200'; next !== null;) {
      const page = JSON.parse((await bus.ask('agency-views', 'PH-WCPC', next)).text) as {
        items: { id: string }[];
        next: string | null;
      };
      for (const { id } of page.items) {
        expect(found.has(id)).toBe(false);
        found.add(id);
      }
      next = page.next === null ? null : `/v1/inbox?limit=200&cursor=${encodeURIComponent(page.next)}`;
    }
    return found;
  };

  it('brings a referral from one agency to another, through its states, and into the trail', async () => {
    const id = idOf(await submit(v7()));
    for (const [word, body] of [
      ['receive', {}],
      ['acknowledge', {}],
      ['accept', { scope: 'FULL' }],
    ] as const)
      expect((await say(id, word, body)).status).toBe(200);
    const illegal = await say(id, 'reject', { reason: 'STALE' });
    expect(illegal).toMatchObject({ status: 409, json: { code: 'REFERRAL_TRANSITION_ILLEGAL' } });
    const { position } = await say(id, 'accept', { scope: 'FULL' });

    const read = await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`, {
      headers: { 'bus-min-position': position },
    });
    expect(read).toMatchObject({ status: 200, json: { status: 'ACCEPTED' } });
    const timeline = await bus.ask('agency-views', 'PH-WCPC', `/v1/referrals/${id}/timeline`);
    expect(typesIn(timeline)).toEqual([
      'ReferralSubmitted',
      'PrioritySet',
      'ReferralReceived',
      'ReferralAcknowledged',
      'ReferralAccepted',
    ]);

    const trace = async (): Promise<Answer> =>
      bus.ask('audit-trail', 'BUS-DPO', `/v1/audit/trace/${id}`, { headers: { 'bus-purpose': 'AUDIT' } });
    while (typesIn(await trace())?.length !== 5);
  });

  it('answers for a referral of others exactly as for one that does not exist', async () => {
    const id = idOf(await submit(v7()));
    await bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`);
    const withoutCorrelation = ({ status, text }: Answer): string =>
      `${status} ${text.replace(/urn:uuid:[0-9a-f-]+/, '')}`;
    const unknown = `PH.4.${v7()}`;
    for (const path of ['', '/timeline']) {
      const [foreign, none] = [
        await bus.ask('agency-views', 'GB-NCP', `/v1/referrals/${id}${path}`),
        await bus.ask('agency-views', 'GB-NCP', `/v1/referrals/${unknown}${path}`),
      ];
      expect(withoutCorrelation(foreign)).toBe(withoutCorrelation(none));
      expect(foreign.status).toBe(404);
    }
    const word = (target: string): Promise<Answer> =>
      bus.ask('referrals', 'GB-NCP', `/v1/referrals/${target}/receive`, {
        method: 'POST',
        headers: { 'idempotency-key': v7() },
        body: {},
      });
    expect(withoutCorrelation(await word(id))).toBe(withoutCorrelation(await word(unknown)));
  });

  it('loses and doubles nothing when each process in turn is killed under load', async () => {
    const before = (await inboxOf()).size;
    const keys = [...Array(300)].map(() => v7());
    const ids = new Map<string, string>();
    const patiently = async (key: string): Promise<void> => {
      for (;;) {
        const answer = await submit(key).catch(() => null);
        if (answer?.status === 201) return void ids.set(key, idOf(answer));
      }
    };
    const load = (async () => {
      for (let at = 0; at < keys.length; at += 10) await Promise.all(keys.slice(at, at + 10).map(patiently));
    })();
    for (const name of ['referrals', 'relay', 'agency-views', 'audit-trail'] as const) {
      await bus.apps[name].end('SIGKILL');
      await bus.apps[name].start();
    }
    await load;
    const again = await Promise.all(keys.map(submit));
    expect(again.map(idOf)).toEqual(keys.map((key) => ids.get(key)));

    const behind = async (): Promise<number> => {
      const { json } = await bus.ask('operations', 'BUS-OPS', '/v1/operations/lag');
      const unseen = json.items?.some(({ reachable }) => !reachable) ?? true;
      return (json.unrelayed ?? 1) + (json.totals?.events ?? 1) + Number(unseen);
    };
    while ((await behind()) > 0);
    const inbox = await inboxOf();
    expect([...ids.values()].filter((id) => !inbox.has(id))).toEqual([]);
    expect(inbox.size).toBe(before + keys.length);
  }, 240_000);

  it('ends orderly at SIGTERM', async () => {
    for (const app of Object.values(bus.apps)) expect([app.name, await app.end()]).toEqual([app.name, 0]);
  }, 120_000);
});
