import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase, until } from '#libs/testing';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { migrateDelivery } from '../database/delivery-database.js';
import type { Outcome } from '../outgoing/outcome.js';
import { DeliveryQueue, DeliveryRounds, MovedOn } from './delivery-queue.js';
import type { FiledItem, Filing } from './filed.js';
import { PassingOn } from './passing-on.js';
import { receiptsOf } from './receipts.js';

const taken: Outcome = { code: 'TAKEN', status: 204, ms: 3, body: '' };
const failed: Outcome = { code: 'STATUS', status: 500, ms: 3, body: 'never kept' };

const item = (referral: string, changes: Partial<FiledItem> = {}): FiledItem => ({
  ...{ item: v7(), type: 'ReferralReceived', referral, urgent: false, granted: false, body: `{"of":"${referral}"}` },
  ...changes,
});
const filing = (items: readonly FiledItem[], legs: Filing['legs'] = new Map()): Filing => ({ items, legs });

describe('what is on its way to a webhook', () => {
  let database: SpecDatabase;
  let pool: Pool;
  let rounds: DeliveryRounds;
  let queue: DeliveryQueue;
  let webhook: string;
  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'), { writer: 'bus_delivery' });
    pool = new Pool({ connectionString: database.url('bus_delivery'), max: 4 });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(async () => {
    rounds = new DeliveryRounds(pool);
    [webhook, queue] = await added();
  });

  const added = async (): Promise<[webhook: string, queue: DeliveryQueue]> => {
    const id = v7();
    await pool.query(
      `INSERT INTO delivery.webhook (id, agency, url, description, synthetic, status, command_key, request)
       VALUES ($1, 'PH-WCPC', 'https://x.example', '', false, 'ACTIVE', $2, $2)`,
      [id, randomBytes(32)],
    );
    return [id, new DeliveryQueue(rounds, id)];
  };

  const due = async (without: number[] = [], restMs = 0): Promise<[string, number][]> =>
    (await queue.due(10, restMs, without)).items.map(({ referral, number }) => [referral, number]);

  it('is filed once, together with the place in the feed', async () => {
    await queue.file(undefined, 'a', filing([item('r1'), item('r1'), item('r2')]));
    await expect(queue.file(undefined, 'b', filing([item('r3')]))).rejects.toThrow(MovedOn);
    expect(await queue.cursor()).toBe('a');
    expect(await queue.waiting()).toBe(3);
    await queue.file('a', 'b', filing([item('r3')]));
    expect(await due()).toEqual([
      ['r1', 1],
      ['r2', 3],
      ['r3', 4],
    ]);
  });

  it('is filed by one of two that read the same', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => queue.file(undefined, 'a', filing([item('r1')]))));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await queue.waiting()).toBe(1);
  });

  it('is filed in one transaction with that of others who were told at the same time, and one that moved on leaves them', async () => {
    const others = [await added(), await added()];
    await others[0]?.[1].file(undefined, 'elsewhere', filing([]));
    const filed = [queue, ...others.map(([, each]) => each)].map((each) =>
      each.file(undefined, 'a', filing([item('r1'), item('r2')])),
    );
    const outcomes = await Promise.allSettled(filed);
    expect(outcomes.map((each) => (each.status === 'rejected' ? (each.reason as Error).constructor : null))).toEqual([
      null,
      MovedOn,
      null,
    ]);
    const { rows } = await pool.query<{ webhook: string; numbers: string[]; at: string }>(
      `SELECT webhook, array_agg(number ORDER BY number) AS numbers, min(filed_at)::text AS at FROM delivery.item
       WHERE webhook = ANY ($1::uuid[]) GROUP BY webhook ORDER BY webhook`,
      [[webhook, ...others.map(([id]) => id)]],
    );
    expect(rows.map((row) => [row.webhook, row.numbers])).toEqual([
      [webhook, ['1', '2']],
      [others[1]?.[0], ['1', '2']],
    ]);
    expect(new Set(rows.map(({ at }) => at)).size).toBe(1);
    expect(await others[0]?.[1].cursor()).toBe('elsewhere');
  });

  it('waits while another holds the webhook, and nobody waits with it', async () => {
    const [, other] = await added();
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM delivery.webhook WHERE id = $1 FOR UPDATE', [webhook]);
    const held = queue.file(undefined, 'a', filing([item('r1')]));
    await other.file(undefined, 'a', filing([item('r1')]));
    await other.file('a', 'b', filing([item('r2')]));
    expect(await other.waiting()).toBe(2);
    await holder.query('COMMIT');
    holder.release();
    await held;
    expect(await due()).toEqual([['r1', 1]]);
  });

  it('is filed although the database refuses what is told to another', async () => {
    const [, other] = await added();
    const refused = other.file(undefined, 'a', filing([item('r1', { body: 'a zero: \u0000' })]));
    await queue.file(undefined, 'a', filing([item('r1')]));
    await expect(refused).rejects.toThrow('invalid byte sequence');
    expect([await queue.waiting(), await other.waiting()]).toEqual([1, 0]);
  });

  it('is noted with what others took at the same time', async () => {
    const [, other] = await added();
    const submitted = item('r1', { type: 'ReferralSubmitted', body: '{"data":{"viewpoint":"RECIPIENT"}}' });
    const items = [submitted, item('r2')];
    await Promise.all([queue, other].map((each) => each.file(undefined, 'a', filing(items))));
    await Promise.all([queue, other].flatMap((each) => [1, 2].map((number) => each.taken(number, taken))));
    expect([await queue.waiting(), await other.waiting()]).toEqual([0, 0]);
    expect((await pool.query('DELETE FROM delivery.receipt RETURNING referral')).rows).toEqual([{ referral: 'r1' }]);
    // a second process says it again, or that of one that is gone
    await other.taken(1, taken);
    await other.taken(99, taken);
  });

  it('fails with that of others at the same time, each by its own count', async () => {
    const [otherId, other] = await added();
    await Promise.all([queue, other].map((each) => each.file(undefined, 'a', filing([item('r1'), item('r2')]))));
    const failure = { retryMs: 60_000, breakMs: 30_000 };
    const failing = [
      queue.failed(1, failed, failure),
      queue.failed(2, failed, failure),
      other.failed(1, failed, failure),
    ];
    expect((await Promise.all(failing)).filter((ms) => ms === 0)).toHaveLength(2);
    const { rows } = await pool.query<{ failures: number }>(
      'SELECT failures FROM delivery.webhook WHERE id = ANY ($1::uuid[]) AND broken_until > now() ORDER BY failures DESC',
      [[webhook, otherId]],
    );
    expect(rows).toEqual([{ failures: 2 }, { failures: 1 }]);
    expect((await other.due(10, 0, [])).items.map(({ referral }) => referral)).toEqual(['r2']);
  });

  it('goes one after the other within a referral, and past what fails in others', async () => {
    await queue.file(undefined, 'a', filing([item('r1'), item('r1'), item('r2')]));
    expect(await due([1])).toEqual([['r2', 3]]);
    await queue.failed(1, failed, { retryMs: 60_000, breakMs: null });
    await queue.taken(3, taken);
    const { items, nextMs } = await queue.due(10, 0, []);
    expect(items).toEqual([]);
    expect(nextMs).toBeGreaterThan(50_000);
    await queue.recovered();
    expect(await due()).toEqual([['r1', 1]]);
    await queue.taken(1, taken);
    expect(await due()).toEqual([['r1', 2]]);
  });

  it('is a receipt where it is taken by whom a referral was submitted to, until that was passed on', async () => {
    const submitted = (referral: string, viewpoint: string): FiledItem =>
      item(referral, { type: 'ReferralSubmitted', body: JSON.stringify({ data: { viewpoint } }) });
    const items = [submitted('r1', 'RECIPIENT'), submitted('r2', 'SENDER'), item('r3', { body: 'no JSON' })];
    await queue.file(undefined, 'a', filing([...items, submitted('r4', 'RECIPIENT')]));
    for (const number of [1, 2, 3]) await queue.taken(number, taken);
    const passed: string[] = [];
    const tries = [new Error('away')];
    const door = {
      retrieved: (referrals: readonly string[]): Promise<void> => {
        const error = tries.pop();
        if (error) return Promise.reject(error);
        passed.push(...referrals);
        return Promise.resolve();
      },
    };
    const receipts = new PassingOn(receiptsOf(pool, door), createLogger({ app: 'spec', level: 'silent' }));
    receipts.start();
    await until(async () => {
      const { rowCount } = await pool.query('SELECT FROM delivery.receipt');
      return rowCount === 0 || undefined;
    }, 20_000);
    await receipts.stop();
    expect(passed).toEqual(['r1']);
  }, 30_000);

  it('has what is urgent first, and nothing else while the webhook as a whole waits', async () => {
    await queue.file(undefined, 'a', filing([item('r1'), item('r2', { urgent: true }), item('r3')]));
    expect(await due()).toEqual([
      ['r2', 2],
      ['r1', 1],
      ['r3', 3],
    ]);
    expect(await due([], 30_000)).toEqual([['r2', 2]]);
  });

  it('becomes urgent with its referral', async () => {
    await queue.file(undefined, 'a', filing([item('r1'), item('r2')]));
    await queue.failed(2, failed, { retryMs: 3_600_000, breakMs: 3_600_000 });
    await queue.file('a', 'b', filing([item('r2', { urgent: true })]));
    expect(await due([], 3_600_000)).toEqual([['r2', 2]]);
  });

  it('remembers what the feed told of its referrals', async () => {
    const legs = new Map([['r1', { sender: 'P3', receiver: null, driving: 'P3', country: 'US' }]]);
    await queue.file(undefined, 'a', filing([], legs));
    await queue.file(
      'a',
      'b',
      filing([], new Map([['r1', { sender: 'P1', receiver: 'P2', driving: 'P1', country: 'US' }]])),
    );
    expect(await queue.legsOf(['r1', 'r2'])).toEqual(
      new Map([['r1', { sender: 'P1', receiver: 'P2', driving: 'P1', country: 'US' }]]),
    );
  });

  it('shows its last tries, without a word of what was answered', async () => {
    await queue.file(undefined, 'a', filing([item('r1')]));
    for (let nth = 0; nth < 12; nth++) await queue.failed(1, failed, { retryMs: 0, breakMs: null });
    await queue.taken(1, taken);
    const { rows } = await pool.query<{ tries: { outcome: string }[]; failures: number }>(
      `SELECT tries, failures FROM delivery.item WHERE webhook = $1`,
      [webhook],
    );
    expect(rows[0]?.failures).toBe(12);
    expect(rows[0]?.tries.map(({ outcome }) => outcome)).toEqual([...Array<string>(9).fill('STATUS'), 'TAKEN']);
    expect(JSON.stringify(rows)).not.toContain('never kept');
  });

  it('says for how long nothing was taken', async () => {
    await queue.file(undefined, 'a', filing([item('r1')]));
    const failure = { retryMs: 0, breakMs: null };
    expect(await queue.failed(1, failed, failure)).toBe(0);
    expect(await queue.failed(1, failed, failure)).toBeGreaterThan(0);
    await queue.recovered();
    expect(await queue.failed(1, failed, failure)).toBe(0);
  });

  it('is kept from whoever has no business there, and who did what is only ever added to', async () => {
    const act = `INSERT INTO delivery.act (webhook, agency, role, client, act, url) VALUES ($1, 'PH-WCPC', 'LE_UNIT', 'c', 'TESTED', 'u')`;
    await pool.query(act, [webhook]);
    for (const change of ['UPDATE delivery.act SET act = $1', 'DELETE FROM delivery.act WHERE act = $1'])
      await expect(pool.query(change, ['X'])).rejects.toThrow('permission denied');
    const operator = new Pool({ connectionString: database.url('bus_operator'), max: 1 });
    await expect(operator.query('SELECT * FROM delivery.item')).rejects.toThrow('permission denied');
    await operator.end();
  });
});
