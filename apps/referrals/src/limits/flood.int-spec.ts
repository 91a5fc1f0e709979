import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '#libs/testing';
import pg from 'pg';
import { exampleSubmission } from '../api-docs/examples.js';
import { newKey, outcome, type SpecApp, type SpecClient, startReferrals } from '../referrals-app.fixtures.js';

const routine = { ...exampleSubmission, priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] } };
const urgent = { ...exampleSubmission, priority: { level: 'P1', reasons: ['LIFE_THREAT'] } };

describe('while routine commands fill their room', () => {
  let app: SpecApp;
  let client: SpecClient;
  let owner: pg.Pool;
  let holder: pg.PoolClient;
  let first: ReturnType<SpecClient['post']>;

  beforeAll(async () => {
    app = await startReferrals({ routineOpen: 1 });
    client = await app.client('US-CLEAR');
    owner = new pg.Pool({ connectionString: app.database.url() });
    holder = await owner.connect();
    // Somebody else holds every routine lane, so that the first command stays open.
    await holder.query('BEGIN');
    await holder.query('SELECT FROM lane WHERE lane < 36 FOR UPDATE');
    // An injected request is not sent before somebody waits for its answer.
    first = client.post('/v1/referrals', routine, newKey()).then((answer) => answer);
    await until(async () => {
      const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name LIKE 'bus-writer-routine%' AND datname = current_database()`;
      return (await owner.query(waits)).rowCount === 1 || undefined;
    });
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  it('turns the next one away before it is looked at', async () => {
    for (const body of [routine, { ...routine, to: 'nobody' }]) {
      const refused = await client.post('/v1/referrals', body, newKey());
      expect(outcome(refused)).toEqual([429, 'OVERLOADED']);
      expect(refused.headers['retry-after']).toBe('1');
    }
  });

  it('takes urgent ones, and commands on them', async () => {
    const taken = await client.post('/v1/referrals', urgent, newKey());
    expect(taken.statusCode).toBe(201);
    const receiver = await app.client('PH-WCPC');
    const { id } = taken.json<{ id: string }>();
    expect((await receiver.post(`/v1/referrals/${id}/receive`, undefined, newKey())).statusCode).toBe(200);
  });

  it('takes the urgent items of a batch and tells the others to come again', async () => {
    const items = [routine, urgent, null].map((referral) => ({
      idempotencyKey: newKey()['idempotency-key'] ?? '',
      referral,
    }));
    const { results } = (await client.post('/v1/referrals:batch', { items })).json<{ results: object[] }>();
    expect(results).toMatchObject([
      { status: 429, retryAfter: 1, problem: { code: 'OVERLOADED' } },
      { status: 201 },
      { status: 429, retryAfter: 1 },
    ]);
  });

  it('has room again once they are answered', async () => {
    await holder.query('COMMIT');
    holder.release();
    expect((await first).statusCode).toBe(201);
    expect((await client.post('/v1/referrals', routine, newKey())).statusCode).toBe(201);
  });
});
