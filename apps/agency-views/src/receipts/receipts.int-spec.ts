import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import { Client } from 'pg';
import { LaneScript, recipient, referralId, sender, submission } from '../agency-views.fixtures.js';
import { streamOf } from '../feed/event-stream.fixtures.js';
import type { FeedItem } from '../feed/feed-item.js';
import { SpecBus, type SpecCaller } from '../spec-bus.fixtures.js';
import { minimum } from '../spec-reads.fixtures.js';
import { RETRIEVALS } from './retrieval.table.js';

let bus: SpecBus;
const script = new LaneScript(3);
const ids = [1, 2, 3, 4, 5, 6].map((n) => referralId(n, 3));
const [read = '', fed = '', taken = '', alone = '', earlier = '', streamed = ''] = ids;

const evidence = { agency: 'BUS', role: 'BUS_EVIDENCE' };
const delivery = { agency: 'BUS', role: 'BUS_DELIVERY' };

interface Receipts {
  readonly available: readonly { readonly referral: string; readonly at: string }[];
  readonly retrieved: readonly { readonly referral: string; readonly number: number }[];
}

const send = async (caller: SpecCaller, method: string, path: string, body: object): Promise<Response> =>
  fetch(bus.url + path, {
    method,
    headers: {
      authorization: `Bearer ${await bus.issuer.token(caller.agency, caller.role)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
const ask = async (referrals: readonly string[], after = 0): Promise<Receipts> =>
  (await send(evidence, 'POST', '/v1/receipts', { referrals, after })).json() as Promise<Receipts>;
const retrieved = async (): Promise<string[]> => (await ask([])).retrieved.map(({ referral }) => referral);

beforeAll(async () => {
  bus = await SpecBus.start();
  const deliveryRules = { set: 'escalation', version: 1 };
  for (const id of ids) script.append(id, [submission({ deliveryRules: id === earlier ? null : deliveryRules })]);
  await bus.publish(script.rows);
  await bus.get(`/v1/inbox`, recipient, minimum(script));
}, 60_000);
afterAll(() => bus.stop());

describe('receipts of delivery', () => {
  it('say since when a referral can be read here, and nothing of one that cannot', async () => {
    const { available } = await ask([...ids, referralId(99, 3)]);
    expect(available.map(({ referral }) => referral).sort()).toEqual([...ids].sort());
  });

  it('are kept once of what its recipient read, and not of what its sender read, nor of what came before', async () => {
    for (const [id, caller] of [
      [alone, sender],
      [read, recipient],
      [read, recipient],
      [earlier, recipient],
    ] as const)
      expect((await bus.get(`/v1/referrals/${id}`, caller, minimum(script))).status).toBe(200);
    expect(await retrieved()).toEqual([read]);
  });

  it('are kept of what lies before the cursor with which an agency comes back, and not of what it was only handed', async () => {
    const page = async (cursor: string): Promise<{ items: readonly object[]; next: string }> => {
      const answer = await bus.get(`/v1/feed?limit=2${cursor}`, recipient);
      return (await answer.json()) as { items: readonly object[]; next: string };
    };
    const next = await until(async () => {
      const told = await page('');
      return told.items.length === 2 ? told.next : undefined;
    });
    expect(await retrieved()).toEqual([read]);
    await page(`&cursor=${next}`);
    await until(async () => (await retrieved()).length > 1 || undefined);
    expect(await retrieved()).toEqual([read, fed]);
  });

  it('are taken of webhooks, from what sends them', async () => {
    for (let again = 0; again < 2; again++)
      expect((await send(delivery, 'PUT', '/v1/receipts/retrieved', { referrals: [taken] })).status).toBe(204);
    expect((await ask([], 2)).retrieved.map(({ referral }) => referral)).toEqual([taken]);
  });

  it('are nobody else’s', async () => {
    for (const caller of [recipient, delivery])
      expect((await send(caller, 'POST', '/v1/receipts', { referrals: [read], after: 0 })).status).toBe(404);
    for (const caller of [recipient, evidence])
      expect((await send(caller, 'PUT', '/v1/receipts/retrieved', { referrals: [alone] })).status).toBe(404);
    expect(await retrieved()).not.toContain(alone);
  });

  it('are kept of what a reader of a stream says that it has, while the stream is open', async () => {
    const cut = new AbortController();
    let cursor: string | undefined;
    for await (const { id, data } of streamOf(bus, recipient, { signal: cut.signal })) {
      cursor = id ?? cursor;
      if ((data as FeedItem).referral !== streamed) continue;
      // it was sent, which shows nothing of its reader
      expect(await retrieved()).not.toContain(streamed);
      const confirm = (caller: SpecCaller, said: object): Promise<Response> =>
        send(caller, 'POST', '/v1/feed/taken', said);
      expect((await confirm(sender, { cursor })).status).toBe(400);
      expect((await confirm(recipient, {})).status).toBe(422);
      expect((await confirm(recipient, { cursor })).status).toBe(204);
      expect(await retrieved()).toEqual(expect.arrayContaining([streamed]));
      expect(await retrieved()).not.toContain(earlier);
      break;
    }
    cut.abort();
    expect(cursor).toBeDefined();
  });

  it('say by what who was called, and what came of it, with the escalation; a late word changes nothing', async () => {
    const call = {
      ...{ id: '0198c1f0-6f2a-5b6e-9a51-3c1d2e4f5a6c', referral: read, step: null, cause: 'ACKNOWLEDGE' },
      ...{ agency: 'PH-WCPC', role: 'LE_UNIT', channel: 'SMTP', registered: true, endedBy: null, triedAt: null },
      ...{ takenAt: null, nextAt: '2026-11-24T08:50:12.004Z' },
    };
    const later = { ...call, version: 2, messages: 1, failures: 0, outcome: 'TAKEN' };
    const sooner = { ...call, version: 1, messages: 0, failures: 3, outcome: 'NO_ANSWER' };
    for (const report of [later, sooner])
      expect((await send(delivery, 'PUT', '/v1/receipts/calls', { calls: [report] })).status).toBe(204);
    for (const caller of [recipient, evidence])
      expect((await send(caller, 'PUT', '/v1/receipts/calls', { calls: [sooner] })).status).toBe(404);
    for (const party of [recipient, sender]) {
      const shown = (await (await bus.get(`/v1/escalations/${read}`, party)).json()) as { calls: object[] };
      expect(shown.calls).toMatchObject([{ messages: 1, outcome: 'TAKEN', agency: 'PH-WCPC', channel: 'SMTP' }]);
    }
  });

  it('are kept of everything that lies before the cursor that an agency confirms, however much that is', async () => {
    const many = new LaneScript(8);
    const month = Array.from({ length: 1_001 }, (_, n) => referralId(n + 1, 8));
    const deliveryRules = { set: 'escalation', version: 1 };
    for (const id of month) many.append(id, [submission({ deliveryRules })]);
    await bus.publish(many.rows);
    await bus.get(`/v1/inbox`, recipient, minimum(many));
    const cut = new AbortController();
    const left = new Set(month);
    let cursor: string | undefined;
    // a stream: whoever comes back for each page has said so for each
    for await (const { id, data } of streamOf(bus, recipient, { signal: cut.signal })) {
      cursor = id ?? cursor;
      left.delete((data as FeedItem).referral);
      if (left.size === 0) break;
    }
    cut.abort();
    expect((await send(recipient, 'POST', '/v1/feed/taken', { cursor })).status).toBe(204);
    const db = new Client({ connectionString: bus.databaseUrl });
    await db.connect();
    const { rowCount } = await db.query(`SELECT FROM ${RETRIEVALS} WHERE referral = ANY ($1::text[])`, [month]);
    await db.end();
    expect(rowCount).toBe(month.length);
  }, 60_000);
});
