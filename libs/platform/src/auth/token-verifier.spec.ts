import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import {
  defaultClaims,
  loopbackServer,
  type LoopbackServer,
  specIssuer,
  type SpecIssuer,
} from '../http/http-app.fixtures.js';
import { ProblemError } from '../problems/problem-error.js';
import { TokenVerifier } from './token-verifier.js';

let issuer: SpecIssuer;
let canary: LoopbackServer;
let now: number;
let verifier: TokenVerifier;

beforeAll(async () => {
  issuer = await specIssuer();
  canary = await loopbackServer(() => ({ status: 200, body: '{"keys":[]}' }));
});
afterAll(() => Promise.all([issuer.server.close(), canary.close()]));
beforeEach(() => {
  issuer.failWith = undefined;
  now = Date.now();
  verifier = new TokenVerifier(issuer.rules, () => now);
});

afterEach(() => {
  jest.restoreAllMocks();
});

const codeFor = async (token: string): Promise<string> => {
  try {
    await verifier.verify(token);
    return 'ACCEPTED';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

const unsigned = (header: object, claims: object): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

const seconds = (offset: number): number => Math.floor(now / 1000) + offset;

describe('a token of the issuer', () => {
  it('gives its claims', async () => {
    const claims = await verifier.verify(await issuer.token({ person: 'p-17' }));
    expect(claims).toMatchObject({
      agency: 'PH-WCPC',
      country: 'PH',
      sub: 'backend',
      person: 'p-17',
      roles: ['LE_UNIT', 'NCP_LE'],
    });
  });

  it('is fetched a key for once, however often it is sent', async () => {
    const before = issuer.server.asked.length;
    const token = await issuer.token();
    for (let i = 0; i < 20; i++) await verifier.verify(token);
    expect(issuer.server.asked.length - before).toBe(1);
  });

  it.each([
    ['expired half a minute ago', () => ({ exp: seconds(-29) }), 'ACCEPTED'],
    ['expired longer ago', () => ({ exp: seconds(-32) }), 'TOKEN_EXPIRED'],
    ['valid in half a minute', () => ({ nbf: seconds(29) }), 'ACCEPTED'],
    ['valid only later', () => ({ nbf: seconds(40) }), 'TOKEN_INVALID'],
    ['without expiry', () => ({ exp: undefined }), 'TOKEN_INVALID'],
    ['for another audience', () => ({ aud: 'urn:other' }), 'TOKEN_INVALID'],
    ['for several audiences, ours among them', () => ({ aud: ['urn:other', 'urn:referral-bus:api'] }), 'ACCEPTED'],
    ['of another issuer', () => ({ iss: 'https://issuer.example/' }), 'TOKEN_INVALID'],
    ['without agency', () => ({ agency: undefined }), 'TOKEN_INVALID'],
    ['with an agency that is no code', () => ({ agency: "PH-'; DROP" }), 'TOKEN_INVALID'],
    ['with an agency of no country', () => ({ agency: 'wcpc' }), 'TOKEN_INVALID'],
    ['without roles', () => ({ roles: [] }), 'TOKEN_INVALID'],
    ['with a role that is not text', () => ({ roles: [1] }), 'TOKEN_INVALID'],
  ])('%s', async (_name, claims, expected) => {
    expect(await codeFor(await issuer.token(claims()))).toBe(expected);
  });

  it('is no longer believed once it has expired, though it was checked before', async () => {
    const token = await issuer.token({ exp: seconds(10) });
    expect(await codeFor(token)).toBe('ACCEPTED');
    now += 41_000;
    expect(await codeFor(token)).toBe('TOKEN_EXPIRED');
  });
});

describe('a signature', () => {
  it.each([
    ['ES256', 'ACCEPTED'],
    ['EdDSA', 'ACCEPTED'],
    ['RS256', 'ACCEPTED'],
    ['PS256', 'ACCEPTED'],
    ['ES384', 'TOKEN_INVALID'],
    ['RS512', 'TOKEN_INVALID'],
  ])('by %s', async (algorithm, expected) => {
    const other = await specIssuer(algorithm);
    verifier = new TokenVerifier(other.rules, () => now);
    expect(await codeFor(await other.token())).toBe(expected);
    await other.server.close();
  });
});

describe('a forged token', () => {
  it.each(['none', 'None', 'NONE', ''])('with algorithm "%s" is refused', async (alg) => {
    expect(await codeFor(`${unsigned({ alg, kid: 'key-1' }, defaultClaims())}.`)).toBe('TOKEN_INVALID');
  });

  it('signed with the public key as a shared secret is refused', async () => {
    const key = await importJWK(issuer.publicKey, 'ES256', { extractable: true });
    if (key instanceof Uint8Array) throw new Error('a public key was expected');
    const pem = await exportSPKI(key);
    for (const secret of [pem, JSON.stringify(issuer.publicKey)]) {
      const forged = await new SignJWT(defaultClaims())
        .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
        .sign(Buffer.from(secret));
      expect(await codeFor(forged)).toBe('TOKEN_INVALID');
    }
  });

  it.each(['jku', 'x5u', 'jwk'])(
    'that names its own key by %s is refused, and nothing is fetched',
    async (parameter) => {
      const own = await generateKeyPair('ES256', { extractable: true });
      const value = parameter === 'jwk' ? await exportJWK(own.publicKey) : `${canary.url}/jwks`;
      for (const kid of ['key-1', 'own-key']) {
        const header = { alg: 'ES256', kid, [parameter]: value };
        const forged = await new SignJWT(defaultClaims()).setProtectedHeader(header).sign(own.privateKey);
        expect(await codeFor(forged)).toBe('TOKEN_INVALID');
      }
      expect(canary.asked).toEqual([]);
    },
  );

  it.each(['../../../../dev/null', "' OR '1'='1", 'http://127.0.0.1/', '\0', '__proto__'])(
    'with key id %j is refused',
    async (kid) => {
      expect(await codeFor(await issuer.token({}, { kid }))).toBe('TOKEN_INVALID');
    },
  );

  it('with a critical extension is refused', async () => {
    const header = { alg: 'ES256', kid: 'key-1', crit: ['urn:own'], 'urn:own': true };
    const [, payload, signature] = (await issuer.token()).split('.');
    const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
    expect(await codeFor(`${encoded}.${payload}.${signature}`)).toBe('TOKEN_INVALID');
  });

  it('with changed claims is refused', async () => {
    const [header, , signature] = (await issuer.token()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...defaultClaims(), agency: 'GB-NCA' })).toString('base64url');
    expect(await codeFor(`${header}.${payload}.${signature}`)).toBe('TOKEN_INVALID');
  });

  it.each([
    ['a mebibyte', 'a'.repeat(1024 * 1024)],
    ['a token of a mebibyte', `${'a'.repeat(500_000)}.${'b'.repeat(500_000)}.${'c'.repeat(48_000)}`],
    ['garbage', 'not a token'],
    ['dots', '..'],
    ['five parts', 'a.b.c.d.e'],
    ['nothing', ''],
  ])('%s is refused', async (_name, token) => {
    expect(await codeFor(token)).toBe('TOKEN_INVALID');
  });
});

describe('while the issuer is away', () => {
  it('nothing is said of the token', async () => {
    issuer.failWith = 500;
    expect(await codeFor(await issuer.token())).toBe('ISSUER_UNAVAILABLE');
  });

  it('its address is not asked again at once, and is asked later', async () => {
    issuer.failWith = 500;
    const token = await issuer.token();
    const before = issuer.server.asked.length;
    for (let i = 0; i < 20; i++) await codeFor(token);
    expect(issuer.server.asked.length - before).toBe(1);
    issuer.failWith = undefined;
    now += 2_001;
    expect(await codeFor(token)).toBe('ACCEPTED');
  });

  it('a key that is not known yet may be new: nothing is said of the token', async () => {
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    await verifier.verify(await issuer.token());
    now += 31_000;
    issuer.failWith = 500;
    expect(await codeFor(await issuer.token({}, { kid: 'key-2' }))).toBe('ISSUER_UNAVAILABLE');
    issuer.failWith = undefined;
    now += 31_000;
    expect(await codeFor(await issuer.token({}, { kid: 'key-2' }))).toBe('TOKEN_INVALID');
  });

  it('the keys that are known still serve, and a redirect is not followed', async () => {
    await verifier.verify(await issuer.token());
    issuer.failWith = 302;
    expect(await codeFor(await issuer.token({ sub: 'another' }))).toBe('ACCEPTED');
    expect(canary.asked).toEqual([]);
  });
});

it('an issuer elsewhere must be asked by https', () => {
  expect(() => new TokenVerifier({ ...issuer.rules, jwksUrl: 'http://issuer.example/jwks' })).toThrow('https');
});
