import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase, until } from '#libs/testing';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { WebhookChannel } from '../channel/webhook-channel.js';
import { migrateDelivery } from '../database/delivery-database.js';
import { Outgoing } from '../outgoing/outgoing.js';
import { Schedule } from '../schedule/schedule.js';
import { WebhookKeys } from '../signing/webhook-keys.js';
import { type Webhook, WEBHOOK_COLUMNS } from '../webhook/webhook.js';
import { WebhookSecrets } from '../webhook/webhook-secrets.js';
import { DeliveryQueue, DeliveryRounds } from './delivery-queue.js';
import type { FiledItem } from './filed.js';
import { Slots } from './slots.js';
import { type SenderParts, WebhookSender } from './webhook-sender.js';

type May = Pick<SenderParts, 'openness' | 'mayRead' | 'forsaken'>;

/** Fewer places than one webhook takes at once. */
const FEW = { all: 3, forUrgent: 1, forFailing: 1, forSlow: 8 };

const item = (referral: string, urgent = false): FiledItem => ({
  ...{ item: v7(), type: 'ReferralReceived', referral, urgent, granted: false, body: JSON.stringify({ referral }) },
});

describe('what sends to webhooks, all of which have few places together', () => {
  let database: SpecDatabase;
  let pool: Pool;
  let receiver: Server;
  /** Path and referral of each request, in the order in which they came. */
  const came: string[] = [];
  let outgoing: Outgoing;
  let secrets: WebhookSecrets;
  let rounds: DeliveryRounds;
  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'), { writer: 'bus_delivery' });
    pool = new Pool({ connectionString: database.url('bus_delivery'), max: 4 });
    receiver = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const { referral, data } = JSON.parse(body) as {
          referral?: string;
          data?: { referral: string; data: unknown };
        };
        came.push(`${request.url} ${referral ?? `${data?.referral} ${JSON.stringify(data?.data)}`}`);
        if (request.url !== '/hangs') response.writeHead(204).end();
      })();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    outgoing = new Outgoing({ rules: { hosts: [], loopback: true }, boundMs: 30_000 });
    secrets = new WebhookSecrets(pool, new WebhookKeys('k', { k: randomBytes(32) }));
    rounds = new DeliveryRounds(pool);
  });
  afterAll(async () => {
    outgoing.close();
    receiver.closeAllConnections();
    receiver.close();
    await pool.end();
    await database.drop();
  });

  /** A webhook for which these items wait. @returns what sends them, until `ending` */
  const sending = async (
    path: string,
    items: readonly FiledItem[],
    {
      slots,
      leftAt = null,
      filed = '0 s',
      may = {},
      ending,
    }: { slots: Slots; leftAt?: number | null; filed?: string; may?: Partial<May>; ending: AbortSignal },
  ): Promise<Promise<void>> => {
    const { port } = receiver.address() as AddressInfo;
    const { rows } = await pool.query<Webhook>(
      `INSERT INTO delivery.webhook (id, agency, url, description, synthetic, status, command_key, request)
       VALUES ($1, 'PH-WCPC', $2, '', false, 'ACTIVE', $3, $3) RETURNING ${WEBHOOK_COLUMNS}`,
      [v7(), `http://127.0.0.1:${port}/${path}`, randomBytes(32)],
    );
    const [webhook] = rows;
    if (!webhook) throw new TypeError('nothing was kept');
    await secrets.begin(pool, webhook.id);
    const queue = new DeliveryQueue(rounds, webhook.id);
    await queue.file(undefined, 'a', { items, legs: new Map() });
    await pool.query('UPDATE delivery.item SET filed_at = now() - $2::interval WHERE webhook = $1', [
      webhook.id,
      filed,
    ]);
    const sender = new WebhookSender({
      ...{ webhook, queue, slots, channel: new WebhookChannel(outgoing, secrets), schedule: new Schedule() },
      ...{
        openness: () => Promise.resolve('OPEN'),
        mayRead: () => Promise.resolve(true),
        forsaken: () => Promise.resolve(),
      },
      ...{ leftAt: () => leftAt, logger: createLogger({ app: 'spec', level: 'silent' }) },
      ...{ came: () => undefined, left: () => undefined, exhausted: () => Promise.resolve() },
      ...may,
    });
    return sender.run(ending);
  };

  it('go on past one that never answers, long before its time is over, in order per referral', async () => {
    const ending = new AbortController();
    const how = { slots: new Slots(FEW), ending: ending.signal };
    const running = [
      sending(
        'hangs',
        ['h1', 'h2', 'h3', 'h4'].map((each) => item(each)),
        how,
      ),
    ];
    await until(async () => came.length === FEW.all - FEW.forUrgent || undefined);
    running.push(sending('well', [item('r1'), item('r2', true), item('r1'), item('r3')], how));
    await until(async () => came.filter((each) => each.startsWith('/well')).length === 4 || undefined, 20_000);
    const well = came.filter((each) => each.startsWith('/well'));
    // what is urgent had a place of its own from the beginning
    expect(well[0]).toBe('/well r2');
    expect(well.toSorted()).toEqual(['/well r1', '/well r1', '/well r2', '/well r3']);
    expect(came.filter((each) => each.startsWith('/hangs'))).toHaveLength(4);
    ending.abort();
    await Promise.all(running);
    const { rows } = await pool.query<{ taken: string; failures: string }>(
      'SELECT count(taken_at) AS taken, sum(failures) AS failures FROM delivery.item',
    );
    expect(rows).toEqual([{ taken: '4', failures: '0' }]);
  }, 60_000);

  it('send by ids alone what was seen by a grant and has waited for a minute: the grant may have lapsed', async () => {
    const ending = new AbortController();
    const how = { slots: new Slots(FEW), ending: ending.signal };
    const data = { id: v7(), referral: 'g2', data: { reason: 'OTHER' } };
    const granted = { ...item('g2'), granted: true, body: JSON.stringify({ type: 'X', timestamp: '', data }) };
    const running = [
      sending('fresh', [granted], { ...how, filed: '30 s' }),
      sending('late', [granted], { ...how, filed: '61 s' }),
    ];
    const told = (): string[] => came.filter((each) => each.includes(' g2 ')).toSorted();
    await until(async () => told().length === 2 || undefined);
    ending.abort();
    await Promise.all(running);
    expect(told()).toEqual(['/fresh g2 {"reason":"OTHER"}', '/late g2 null']);
  }, 60_000);

  it('send no more what an agency saw by a grant that ended when it left the bus', async () => {
    const ending = new AbortController();
    const how = { slots: new Slots(FEW), ending: ending.signal };
    const items = [{ ...item('g1'), granted: true }, item('p1')];
    const running = [
      sending('returned', items, { ...how, leftAt: Date.now() + 60_000 }),
      sending('returned-before', items, { ...how, leftAt: Date.now() - 60_000 }),
    ];
    const told = (): string[] => came.filter((each) => each.startsWith('/returned')).toSorted();
    await until(async () => told().length === 3 || undefined);
    ending.abort();
    await Promise.all(running);
    expect(told()).toEqual(['/returned p1', '/returned-before g1', '/returned-before p1']);
    const { rowCount } = await pool.query(`SELECT FROM delivery.item WHERE referral IN ('g1', 'p1')`);
    expect(rowCount).toBe(3);
  }, 60_000);

  it('send nothing of what the agency may not read any more, and all of it once it may again', async () => {
    const ending = new AbortController();
    let asked = 0;
    const mayRead = (): Promise<boolean> => Promise.resolve((asked += 1) > 2);
    const items = [item('m1'), item('m2'), item('m1')];
    const running = sending('read', items, { slots: new Slots(FEW), may: { mayRead }, ending: ending.signal });
    await until(async () => asked === 2 || undefined);
    expect(came.filter((each) => each.startsWith('/read'))).toEqual([]);
    await until(async () => came.filter((each) => each.startsWith('/read')).length === 3 || undefined);
    ending.abort();
    await running;
  }, 60_000);

  it('do not send what may not be read any more once its place is free', async () => {
    const ending = new AbortController();
    const slots = new Slots(FEW);
    const places = [await slots.take('WELL'), await slots.take('WELL')];
    let [asked, open] = [0, true];
    const mayRead = (): Promise<boolean> => Promise.resolve((asked += 1) > 0 && open);
    const running = sending('waits', [item('w1')], { slots, may: { mayRead }, ending: ending.signal });
    await until(async () => asked === 1 || undefined);
    open = false;
    for (const place of places) place.leave();
    await until(async () => asked > 2 || undefined);
    ending.abort();
    await running;
    expect(came.filter((each) => each.startsWith('/waits'))).toEqual([]);
  }, 60_000);

  it('send nothing where a client had it lead that was revoked, and say so', async () => {
    const ending = new AbortController();
    let said = 0;
    const forsaken = async (): Promise<void> => void (said += 1);
    const may = { openness: () => Promise.resolve('CLIENT_REVOKED' as const), forsaken };
    const running = sending('stolen', [item('s1')], { slots: new Slots(FEW), may, ending: ending.signal });
    await until(async () => said > 1 || undefined);
    ending.abort();
    await running;
    expect(came.filter((each) => each.startsWith('/stolen'))).toEqual([]);
  }, 60_000);
});
