import { sign } from 'node:crypto';
import { part, type TokenForge } from './token-forge.js';

/** A token, and whether it is to be believed. */
export interface Forged {
  readonly what: string;
  readonly token: string;
  readonly verdict: 'ACCEPTED' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED';
}

/** Confusions, injections and edges of RFC 8725, the JWT lists of the field, and what was ever found wrong in a library. */
export function tokenCorpus(forge: TokenForge, canary: string): Forged[] {
  const invalid = (what: string, token: string): Forged => ({ what, token, verdict: 'TOKEN_INVALID' });
  return [
    ...algorithms(forge).map(([what, token]) => invalid(what, token)),
    ...keyReferences(forge, canary).map(([what, token]) => invalid(what, token)),
    ...shapes(forge).map(([what, token]) => invalid(what, token)),
    ...claimsOfNoUse(forge).map(([what, token]) => invalid(what, token)),
    ...edges(forge, canary),
  ];
}

type Named = readonly [what: string, token: string];

function algorithms(forge: TokenForge): Named[] {
  const none = ['none', 'None', 'NONE', 'nOnE', '', 'HS256 ', null, 0, [], ['none'], undefined];
  const [content, signature] = splitAt(forge.signed());
  return [
    ...none.map((alg): Named => [`algorithm ${JSON.stringify(alg)}`, forge.unsigned({ alg, kid: forge.kid })]),
    ...none.map((alg): Named => [
      `algorithm ${JSON.stringify(alg)} and a signature`,
      forge.unsigned({ alg, kid: forge.kid }, signature),
    ]),
    ...(['HS256', 'HS384', 'HS512'] as const).flatMap((alg) =>
      forge
        .publicForms()
        .map((secret, form): Named => [`${alg} with form ${form} of the public key`, forge.hashed(alg, secret)]),
    ),
    ...['ES384', 'ES512', 'ES256K', 'RS256', 'PS256', 'EdDSA', 'es256'].map((alg): Named => [
      `the signature of ES256 under ${alg}`,
      forge.signed({}, { alg }),
    ]),
    ['no signature', `${content}.`],
    ['a signature of zeros', `${content}.${Buffer.alloc(64).toString('base64url')}`],
    ['a signature of ones', `${content}.${Buffer.alloc(64, 0xff).toString('base64url')}`],
    ['a signature of one byte', `${content}.AA`],
    ['a signature twice as long', `${content}.${signature}${signature}`],
    ['a signature in DER', `${content}.${sign('sha256', Buffer.from(content), forge.key).toString('base64url')}`],
    ['a signature of another token', `${content}.${splitAt(forge.signed({ sub: 'other' }))[1]}`],
    ['a key of its own', forge.signed({}, {}, forge.ownKey)],
  ];
}

function keyReferences(forge: TokenForge, canary: string): Named[] {
  const kids = [
    '../../../../dev/null',
    '/proc/self/environ',
    `${canary}/jwks`,
    "' OR '1'='1",
    "x' UNION SELECT 'key'--",
    '\0',
    '__proto__',
    'constructor',
    '0',
    'a'.repeat(4_000),
    0,
    null,
    {},
    [forge.kid],
    true,
  ];
  const own = forge.publicOf(forge.ownKey);
  const references = { jku: `${canary}/jwks`, x5u: `${canary}/cert`, jwk: own, x5c: ['MIIB'], 'x5t#S256': 'AA' };
  return [
    ...kids.map((kid): Named => [
      `key id ${JSON.stringify(kid).slice(0, 30)}`,
      forge.signed({}, { kid }, forge.ownKey),
    ]),
    ...Object.entries(references).flatMap(([name, value]): Named[] => [
      [`${name} of its own`, forge.signed({}, { [name]: value }, forge.ownKey)],
      [`${name} of its own and no key id`, forge.signed({}, { [name]: value, kid: undefined }, forge.ownKey)],
      [`${name} of its own under another key id`, forge.signed({}, { [name]: value, kid: 'own' }, forge.ownKey)],
    ]),
    ['the issuer of its own', forge.signed({ iss: canary }, {}, forge.ownKey)],
  ];
}

function shapes(forge: TokenForge): Named[] {
  const sound = forge.signed();
  const [head = '', body = '', signature = ''] = sound.split('.');
  const critical: [unknown, object][] = [
    [['urn:own'], { 'urn:own': true }],
    [['b64'], { b64: false }],
    [['exp'], { exp: 1 }],
    [['alg'], {}],
    [[], {}],
    ['alg', {}],
    [null, {}],
    [[''], { '': 1 }],
  ];
  return [
    ['a token inside a token', forge.sealed({ alg: 'ES256', kid: forge.kid, cty: 'JWT' }, sound, forge.key)],
    ['an encrypted form', `${part({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`],
    ['a signature in JSON form', part({ payload: body, signatures: [{ protected: head, signature }] })],
    ...critical.map(([crit, more]): Named => [`critical ${JSON.stringify(crit)}`, forge.signed({}, { crit, ...more })]),
    ['two parts', `${head}.${body}`],
    ['four parts', `${sound}.${signature}`],
    ['an empty head', `.${body}.${signature}`],
    ['an empty body', `${head}..${signature}`],
    ['dots', '..'],
    ['no dots', 'abc'],
    ['a head that is a list', forge.sealed([], forge.claims(), forge.key)],
    ['a head that is no JSON', forge.sealed('{"alg":"ES256"', forge.claims(), forge.key)],
    [
      'a head nested a thousand deep',
      forge.sealed(`{"alg":"ES256","x":${'['.repeat(1_000)}${']'.repeat(1_000)}`, forge.claims(), forge.key),
    ],
    ...['null', '[]', '"text"', '7', '{', '', '{}{}'].map((text): Named => [
      `a body of ${text || 'nothing'}`,
      forge.sealed({ alg: 'ES256', kid: forge.kid }, text, forge.key),
    ]),
    ['nine kibibytes', forge.signed({ filler: 'a'.repeat(9_000) })],
    ['ten thousand dots', '.'.repeat(7_000)],
  ];
}

/** Signed by the issuer's own key, and still not for the bus. */
function claimsOfNoUse(forge: TokenForge): Named[] {
  const now = Math.floor(Date.now() / 1000);
  const claims: Record<string, unknown[]> = {
    aud: [
      'urn:other',
      'urn:referral-bus',
      'urn:referral-bus:api ',
      'URN:REFERRAL-BUS:API',
      ['urn:other'],
      [],
      {},
      undefined,
      null,
      '',
    ],
    iss: [
      `${forge.issuer}/`,
      forge.issuer.toUpperCase(),
      'https://issuer.example',
      [forge.issuer],
      undefined,
      null,
      '',
    ],
    exp: [undefined, null, String(now + 600), 'Infinity', {}, [now + 600], true],
    nbf: [now + 120, String(now), null, {}],
    iat: ['now', null, {}],
    sub: [undefined, '', 7, 'a b', 'a\nb', 'a'.repeat(200)],
    agency: [
      undefined,
      null,
      '',
      ['US-CLEAR'],
      { $ne: 1 },
      "US-CLEAR'; DROP TABLE journal",
      'US-CLEAR\n',
      ' US-CLEAR',
      'US-CLEAR\u0000',
      'ＵＳ-CLEAR',
      'A'.repeat(100),
    ],
    roles: [
      undefined,
      [],
      'CLEARINGHOUSE',
      [7],
      [''],
      ['clearinghouse'],
      ['CLEARINGHOUSE\n'],
      { 0: 'CLEARINGHOUSE' },
      Array(21).fill('CLEARINGHOUSE'),
    ],
    person: ['', 7, 'a person', '<b>', 'a'.repeat(65)],
    country: ['', 'us', 'USA', 7, 'U\n'],
  };
  return Object.entries(claims).flatMap(([name, values]) =>
    values.map((value): Named => [`${name} ${JSON.stringify(value)?.slice(0, 40)}`, forge.signed({ [name]: value })]),
  );
}

function edges(forge: TokenForge, canary: string): Forged[] {
  const now = Math.floor(Date.now() / 1000);
  return [
    { what: 'expired a moment ago', token: forge.signed({ exp: now - 20 }), verdict: 'ACCEPTED' },
    { what: 'expired a minute ago', token: forge.signed({ exp: now - 60 }), verdict: 'TOKEN_EXPIRED' },
    { what: 'expired in 1970', token: forge.signed({ exp: 0 }), verdict: 'TOKEN_EXPIRED' },
    { what: 'expired before 1970', token: forge.signed({ exp: -1 }), verdict: 'TOKEN_EXPIRED' },
    { what: 'valid in a moment', token: forge.signed({ nbf: now + 20 }), verdict: 'ACCEPTED' },
    {
      what: 'for several, us among them',
      token: forge.signed({ aud: ['urn:other', 'urn:referral-bus:api'] }),
      verdict: 'ACCEPTED',
    },
    {
      what: 'sound, with addresses that nobody follows',
      token: forge.signed({}, { jku: `${canary}/a`, x5u: `${canary}/b` }),
      verdict: 'ACCEPTED',
    },
    { what: 'sound', token: forge.signed(), verdict: 'ACCEPTED' },
  ];
}

function splitAt(token: string): [content: string, signature: string] {
  const dot = token.lastIndexOf('.');
  return [token.slice(0, dot), token.slice(dot + 1)];
}
