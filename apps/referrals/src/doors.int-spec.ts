import { generateKeyPairSync } from 'node:crypto';
import { Directory } from '#libs/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { pathsOf } from './moves/moves.js';
import { newKey, outcome, type SpecApp, type SpecClient, startReferrals } from './referrals-app.fixtures.js';
import { exampleAcceptance, exampleSubmission, EXAMPLE_ID } from './api-docs/examples.js';

let app: SpecApp;
let client: SpecClient;

beforeAll(async () => {
  app = await startReferrals({ shares: { perSecond: 10_000, burst: 10_000, open: 10_000 } });
  client = await app.client('US-CLEAR');
});
afterAll(() => app.close());

const routes = ['/v1/referrals', '/v1/referrals:batch', '/v1/referrals:request-release', ...pathsOf(EXAMPLE_ID)];

describe.each(routes)('the door %s', (url) => {
  const post = (headers: Record<string, string>): Promise<Awaited<ReturnType<SpecClient['post']>>> =>
    app.http.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...newKey(), ...headers },
      payload: '{"items":[1]}',
    });
  const signed = (claims: object, header: object = {}): Promise<string> => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return new SignJWT({
      agency: 'US-CLEAR',
      roles: ['CLEARINGHOUSE'],
      sub: 'x',
      iss: app.issuer.rules.issuer,
      aud: app.issuer.rules.audience,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'spec', ...header })
      .setExpirationTime('10m')
      .sign(privateKey);
  };
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

  it('is shut to who brings no token', async () => expect(outcome(await post({}))).toEqual([401, 'TOKEN_MISSING']));

  it.each([
    ['of no form', async () => 'abc'],
    [
      'without a signature',
      async () => `${encoded({ alg: 'none' })}.${encoded({ agency: 'US-CLEAR', roles: ['CLEARINGHOUSE'] })}.`,
    ],
    ['signed by another', () => signed({})],
    ['that brings its own key address', () => signed({}, { jku: 'http://127.0.0.1:1/jwks' })],
    [
      'for another audience',
      () => app.issuer.token({ agency: 'US-CLEAR', roles: ['CLEARINGHOUSE'], aud: 'urn:other' }),
    ],
    [
      'of another issuer',
      () => app.issuer.token({ agency: 'US-CLEAR', roles: ['CLEARINGHOUSE'], iss: 'https://other.example' }),
    ],
    ['without an agency', () => app.issuer.token({ roles: ['CLEARINGHOUSE'] })],
    ['of a mebibyte', async () => 'a'.repeat(10_000)],
  ])('is shut to a token %s', async (_what, token) =>
    expect(outcome(await post({ authorization: `Bearer ${await token()}` }))).toEqual([401, 'TOKEN_INVALID']),
  );

  it.each([
    ['an agency that is not in the directory', { agency: 'US-NOBODY', roles: ['CLEARINGHOUSE'] }, 'AGENCY_UNKNOWN'],
    ['a role that the agency has not', { agency: 'US-CLEAR', roles: ['LE_UNIT'] }, 'ROLE_NOT_OF_AGENCY'],
  ])('is shut to %s', async (_what, claims, code) => {
    const { bearer } = await app.client(claims.agency, claims);
    expect(outcome(await post({ authorization: bearer }))).toEqual([403, code]);
  });

  it('is shut to a role that the token has not', async () =>
    expect(outcome(await post({ authorization: client.bearer, 'bus-role': 'SCHEME_ADMIN' }))).toEqual([
      403,
      'ROLE_NOT_HELD',
    ]));

  it.each([
    ['malformed JSON', '{"to":', 400, 'MALFORMED_JSON'],
    ['a key of the prototype', '{"__proto__":{"lane":1}}', 400, 'FORBIDDEN_KEY'],
    ['a NUL', '{"reference":"a\\u0000"}', 400, 'MALFORMED_TEXT'],
    ['depth', '['.repeat(50_000 / 2) + ']'.repeat(50_000 / 2), 400, 'TOO_DEEP'],
    ['nothing that is expected', '{"lane":1}', 422, 'CONTENT_INVALID'],
    ['a list', '[]', 422, 'CONTENT_INVALID'],
  ])('is shut to a body of %s', async (_what, body, status, code) => {
    const unit = await app.client('PH-WCPC');
    expect(outcome(await unit.post(url, body, newKey()))).toEqual([status, code]);
  });

  it('is shut to other types and to large bodies', async () => {
    expect(
      outcome(await client.post(url, 'to=PH', { ...newKey(), 'content-type': 'application/x-www-form-urlencoded' })),
    ).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(outcome(await client.post(url, `"${'a'.repeat(9 * 1024 * 1024)}"`, newKey()))).toEqual([
      413,
      'BODY_TOO_LARGE',
    ]);
  });
});

describe('roles', () => {
  it('that do not originate do not submit', async () => {
    const directory = new Directory({
      jurisdictions: { PH: { routine: [1], urgent: [2], access: [3] } },
      agencies: [
        { code: 'PH-WCPC', name: 'Desk', country: 'PH', roles: ['LE_UNIT'] },
        { code: 'PH-REVIEW', name: 'Review', country: 'PH', roles: ['OVERSIGHT', 'LE_UNIT'] },
      ],
    });
    const small = await startReferrals({ directory });
    try {
      const review = await small.client('PH-REVIEW');
      const refused = await review.post('/v1/referrals', exampleSubmission, newKey());
      expect(outcome(refused)).toEqual([403, 'ROLE_MAY_NOT_ORIGINATE']);
      const batch = await review.post('/v1/referrals:batch', { items: [{}] });
      expect(outcome(batch)).toEqual([403, 'ROLE_MAY_NOT_ORIGINATE']);
      const role = { 'bus-role': 'LE_UNIT' };
      expect((await review.post('/v1/referrals', exampleSubmission, { ...newKey(), ...role })).statusCode).toBe(201);
    } finally {
      await small.close();
    }
  });

  it('that do not receive do not accept', async () => {
    const hotline = await app.client('GB-HOTLINE');
    expect(outcome(await hotline.post(`/v1/referrals/${EXAMPLE_ID}/accept`, exampleAcceptance, newKey()))).toEqual([
      403,
      'ROLE_MAY_NOT_RECEIVE',
    ]);
  });
});

describe('the operator', () => {
  it('sees that the journal is there, and what became of commands, by code', async () => {
    await client.post('/v1/referrals', { ...exampleSubmission, to: { agency: 'CANARY-AGENCY' } }, newKey());
    const key = newKey();
    await client.post('/v1/referrals', exampleSubmission, key);
    await client.post('/v1/referrals', exampleSubmission, key);
    expect((await app.http.app.inject('/readyz')).json()).toEqual({ status: 'ready' });
    const { body } = await app.http.app.inject('/metrics');
    for (const outcomeOf of ['ACCEPTED', 'REPEATED', 'RECIPIENT_UNKNOWN', 'CONTENT_INVALID']) {
      expect(body).toMatch(new RegExp(`bus_commands_total\\{command="SubmitReferral",outcome="${outcomeOf}"\\} [1-9]`));
    }
    expect(body).toMatch(/bus_commands_turned_away_total\{code="AGENCY_UNKNOWN"\} [1-9]/);
    expect(body).toContain('bus_journal_waiting{loop="urgent"}');
    expect(body + app.log()).not.toContain('CANARY-AGENCY');
  });
});

describe('the share of an agency', () => {
  it('bounds its flood, and no other agency', async () => {
    const small = await startReferrals({ shares: { perSecond: 1, burst: 500, open: 500 } });
    try {
      const [flooding, other] = [await small.client('US-CLEAR'), await small.client('GB-NCP')];
      const items = Array.from({ length: 500 }, () => null);
      expect((await flooding.post('/v1/referrals:batch', { items })).statusCode).toBe(200);
      const limited = await flooding.post('/v1/referrals:batch', { items });
      expect(outcome(limited)).toEqual([429, 'RATE_LIMITED']);
      expect(Number(limited.headers['retry-after'])).toBeGreaterThan(400);
      expect((await other.post('/v1/referrals', exampleSubmission, newKey())).statusCode).toBe(201);
    } finally {
      await small.close();
    }
  });
});
