import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Readonly<Record<string, unknown>>;

/** Makes tokens that no issuer would: with the key of a deployment's own issuer, with a key of its own, or with none. */
export class TokenForge {
  /** The issuer's signing key. */
  readonly key: KeyObject;
  readonly kid: string;
  readonly issuer: string;
  /** A key that the issuer never had. */
  readonly ownKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

  constructor(folder: string) {
    const { keys } = JSON.parse(readFileSync(join(folder, 'issuer-key.secret'), 'utf8')) as {
      keys: [Json & { kid: string }];
    };
    this.key = createPrivateKey({ key: keys[0], format: 'jwk' });
    this.kid = keys[0].kid;
    this.issuer = (JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as { issuer: string }).issuer;
  }

  /** Claims that are believed when the issuer's key has signed them. */
  claims(changes: Json = {}): Json {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: 'urn:referral-bus:api',
      sub: 'us-clear',
      agency: 'US-CLEAR',
      country: 'US',
      roles: ['CLEARINGHOUSE'],
      iat: now,
      exp: now + 600,
      ...changes,
    };
  }

  /** A token of the issuer's key with claims or header of one's own choice; undefined leaves a member out. */
  signed(claims: Json = {}, header: Json = {}, key: KeyObject = this.key): string {
    return this.sealed({ alg: 'ES256', kid: this.kid, ...header }, this.claims(claims), key);
  }

  sealed(header: unknown, payload: unknown, key: KeyObject): string {
    const content = `${part(header)}.${part(payload)}`;
    return `${content}.${sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  /** Signed by a shared secret, as if the issuer's public key were one. */
  hashed(alg: 'HS256' | 'HS384' | 'HS512', secret: string | Buffer): string {
    const content = `${part({ alg, kid: this.kid })}.${part(this.claims())}`;
    return `${content}.${createHmac(`sha${alg.slice(2)}`, secret)
      .update(content)
      .digest('base64url')}`;
  }

  unsigned(header: Json, signature = ''): string {
    return `${part(header)}.${part(this.claims())}.${signature}`;
  }

  /** Everything that anybody can know of the issuer's key, in every form in which it might be taken for a secret. */
  publicForms(key: KeyObject = createPublicKey(this.key)): (string | Buffer)[] {
    const jwk = key.export({ format: 'jwk' });
    return [
      key.export({ format: 'pem', type: 'spki' }),
      key.export({ format: 'der', type: 'spki' }),
      JSON.stringify(jwk),
      JSON.stringify({ ...jwk, kid: this.kid, alg: 'ES256', use: 'sig' }),
      Buffer.from(jwk.x ?? '', 'base64url'),
      '',
    ];
  }

  publicOf(key: KeyObject): Json {
    return { ...createPublicKey(key).export({ format: 'jwk' }) };
  }
}

/** Text stays as it is, so that a part may be anything. */
export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
