import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatSecret, newSecret, signedHeaders } from './signature.js';
import { WebhookKeys } from './webhook-keys.js';

const key = (byte: number): Buffer => Buffer.alloc(32, byte);

describe('the secret of a webhook', () => {
  const keys = new WebhookKeys('b', { a: key(1), b: key(2) });
  const secret = newSecret();

  it('is stored so that who holds the row alone cannot sign', () => {
    const sealed = keys.seal(secret, 'w/1');
    expect(sealed.keyId).toBe('b');
    expect(sealed.ciphertext.includes(secret)).toBe(false);
    expect(keys.open(sealed, 'w/1')).toEqual(secret);
    expect(() => new WebhookKeys('b', { b: key(3) }).open(sealed, 'w/1')).toThrow();
  });

  it('opens for its own webhook only, and not when a bit was changed', () => {
    const sealed = keys.seal(secret, 'w/1');
    expect(() => keys.open(sealed, 'w/2')).toThrow();
    const changed = Buffer.from(sealed.ciphertext);
    changed[0] = (changed[0] ?? 0) ^ 1;
    expect(() => keys.open({ ...sealed, ciphertext: changed }, 'w/1')).toThrow();
  });

  it('that was sealed with an earlier key opens while that is listed', () => {
    const sealed = new WebhookKeys('a', { a: key(1) }).seal(secret, 'w/1');
    expect(keys.open(sealed, 'w/1')).toEqual(secret);
    expect(() => new WebhookKeys('b', { b: key(2) }).open(sealed, 'w/1')).toThrow('no webhook key a');
  });

  it.each(['{"current":"a","keys":{"a":"c2hvcnQ="}}', '{"current":"a","keys":{}}', 'nothing'])(
    'has keys of their form: not %s',
    (json) => expect(() => WebhookKeys.parse(json)).toThrow(),
  );
});

describe('a signed message (Standard Webhooks 1.0)', () => {
  it('is that of the specification’s own example', () => {
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', seconds: 1_614_265_330 };
    expect(signedHeaders([secret], message)).toMatchObject({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('carries a signature of each secret while one is being changed', () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signedHeaders(secrets, { id: 'm', body: '{}', seconds: 1 });
    const expected = secrets.map((each) => `v1,${createHmac('sha256', each).update('m.1.{}').digest('base64')}`);
    expect(headers['webhook-signature']?.split(' ')).toEqual(expected);
    expect(formatSecret(secrets[0] ?? Buffer.alloc(0))).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
