import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { specPostgresUrl } from '#libs/testing';
import pg from 'pg';
import { exampleSubmission } from './api-docs/examples.js';
import { newKey, outcome, type SpecApp, type SpecClient, startReferrals } from './referrals-app.fixtures.js';

let app: SpecApp;
let client: SpecClient;
let superuser: pg.Client;

beforeAll(async () => {
  app = await startReferrals();
  client = await app.client('US-CLEAR');
  superuser = new pg.Client({ connectionString: specPostgresUrl() });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

const journalIsThere = async (there: boolean): Promise<void> => {
  await superuser.query(`ALTER DATABASE ${app.database.name} ALLOW_CONNECTIONS ${there}`);
  if (!there)
    await superuser.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      app.database.name,
    ]);
};

describe('while the journal is away', () => {
  it('commands are told to come back with the same key, and it counts once when they do', async () => {
    const key = newKey();
    const first = await client.post('/v1/referrals', exampleSubmission, key);
    await journalIsThere(false);
    const [known, unknown] = [key, newKey()];
    const [again, other, batch] = [
      await client.post('/v1/referrals', exampleSubmission, known),
      await client.post('/v1/referrals', exampleSubmission, unknown),
      await client.post('/v1/referrals:batch', {
        items: [{ idempotencyKey: 'batch-while-away-01', referral: exampleSubmission }],
      }),
    ];
    expect([again, other].map(outcome)).toEqual([503, 503].map((status) => [status, 'JOURNAL_UNAVAILABLE']));
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
    expect(batch.json()).toMatchObject({
      results: [{ index: 0, status: 503, retryAfter: expect.any(Number), problem: { code: 'JOURNAL_UNAVAILABLE' } }],
    });
    const probe = await app.http.app.inject('/readyz');
    expect([probe.statusCode, probe.json<{ failing: { name: string }[] }>().failing[0]?.name]).toEqual([
      503,
      'journal',
    ]);
    await journalIsThere(true);
    expect((await client.post('/v1/referrals', exampleSubmission, known)).body).toBe(first.body);
    expect((await client.post('/v1/referrals', exampleSubmission, unknown)).statusCode).toBe(201);
    expect((await app.http.app.inject('/readyz')).statusCode).toBe(200);
  });
});
