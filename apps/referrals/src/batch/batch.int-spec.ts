import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey, outcome, type SpecApp, type SpecClient, startReferrals } from '../referrals-app.fixtures.js';
import { exampleBatch, exampleSubmission } from '../api-docs/examples.js';
import type { ItemResult } from './batch-intake.js';

const URL_OF_BATCHES = '/v1/referrals:batch';

let app: SpecApp;
let client: SpecClient;

beforeAll(async () => {
  app = await startReferrals();
  client = await app.client('US-CLEAR');
});
afterAll(() => app.close());

const item = (changes: object = {}): { idempotencyKey: string; referral: object } => ({
  idempotencyKey: newKey()['idempotency-key'] ?? '',
  referral: { ...exampleSubmission, ...changes },
});
const results = async (items: unknown[]): Promise<ItemResult[]> => {
  const answer = await client.post(URL_OF_BATCHES, { items });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ results: ItemResult[] }>().results;
};
const codes = (found: ItemResult[]): unknown[] =>
  found.map((each) => ('problem' in each ? [each.status, each.problem.code] : each.status));
const submissions = async (): Promise<number> =>
  (await app.events()).filter(({ type }) => type === 'ReferralSubmitted').length;

describe('a batch', () => {
  it('is taken as the API describes it', async () =>
    expect(codes(await results(exampleBatch.items))).toEqual([201, 201]));

  it('of 500 with one bad item loses that one alone', async () => {
    const before = await submissions();
    const items = Array.from({ length: 500 }, (_, i) => item(i === 250 ? { lane: 3 } : { reference: `R-${i}` }));
    const found = await results(items);
    expect(found.map(({ index }) => index)).toEqual(items.map((_, i) => i));
    expect(found.filter(({ status }) => status === 201)).toHaveLength(499);
    expect(found[250]).toMatchObject({
      index: 250,
      status: 422,
      problem: { code: 'CONTENT_INVALID', errors: [{ path: '/lane', rule: 'UNKNOWN_FIELD' }] },
    });
    expect(await submissions()).toBe(before + 499);
  });

  it('sent again gets the same bytes and adds nothing', async () => {
    const body = { items: Array.from({ length: 20 }, () => item()) };
    const first = await client.post(URL_OF_BATCHES, body);
    const before = await submissions();
    const again = await client.post(URL_OF_BATCHES, body);
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
    expect(await submissions()).toBe(before);
  });

  it('judges every item by the rules of a single submission', async () => {
    const used = item({ reference: 'USED' });
    expect(codes(await results([used]))).toEqual([201]);
    const found = await results([
      item({ subjects: [{ name: 'CANARY-PERSON' }] }),
      item({ to: { agency: 'PH-NOBODY' } }),
      { ...used, referral: exampleSubmission },
      { referral: exampleSubmission },
      { idempotencyKey: 'short', referral: exampleSubmission },
      { ...item(), actor: { agency: 'GB-NCP' } },
      { idempotencyKey: newKey()['idempotency-key'] },
      null,
      'text',
      used,
    ]);
    expect(codes(found)).toEqual([
      [422, 'PERSONAL_DATA_NOT_ACCEPTED'],
      [422, 'RECIPIENT_UNKNOWN'],
      [422, 'IDEMPOTENCY_KEY_REUSED'],
      [400, 'IDEMPOTENCY_KEY_REQUIRED'],
      [422, 'IDEMPOTENCY_KEY_MALFORMED'],
      [422, 'CONTENT_INVALID'],
      [422, 'CONTENT_INVALID'],
      [422, 'CONTENT_INVALID'],
      [422, 'CONTENT_INVALID'],
      201,
    ]);
    expect(JSON.stringify(found) + app.log()).not.toContain('CANARY-PERSON');
  });

  it('with an item twice takes it once', async () => {
    const twice = item();
    const [first, second] = await results([twice, twice]);
    expect(second).toEqual({ ...first, index: 1 });
  });

  it('answers an item as a single submission under the same key is answered', async () => {
    const { idempotencyKey, referral } = item();
    const [taken] = await results([{ idempotencyKey, referral }]);
    const single = await client.post('/v1/referrals', referral, { 'idempotency-key': idempotencyKey });
    expect(taken).toMatchObject({ referral: single.json(), busPosition: single.headers['bus-position'] });
  });

  it.each([
    ['no items', { items: [] }],
    ['501 items', { items: Array.from({ length: 501 }, () => 1) }],
    ['no list', { items: {} }],
    ['nothing', undefined],
    ['more than items', { items: [1], agency: 'GB-NCP' }],
  ])('with %s is refused as a whole', async (_what, body) =>
    expect(outcome(await client.post(URL_OF_BATCHES, body))).toEqual([422, 'CONTENT_INVALID']),
  );

  it('of more than 8 MiB is refused as a whole', async () => {
    const body = { items: [item({ reference: 'a'.repeat(8 * 1024 * 1024) })] };
    expect(outcome(await client.post(URL_OF_BATCHES, body))).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('of an agency that does not take part is refused as a whole', async () => {
    const nobody = await app.client('ZZ-NONE', { roles: ['NCP_LE'] });
    expect(outcome(await nobody.post(URL_OF_BATCHES, { items: [item()] }))).toEqual([403, 'AGENCY_UNKNOWN']);
  });
});
