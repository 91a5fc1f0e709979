import { describe, expect, it } from '@jest/globals';
import { readDeliveryConfig } from './config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const keys = JSON.stringify({ current: 'a', keys: { a: key } });
const complete = {
  DATABASE_URL: 'postgres://bus_delivery@127.0.0.1/delivery',
  KAFKA_BROKERS: '127.0.0.1:9092',
  MAC_KEYS: keys,
  WEBHOOK_KEYS: keys,
  FEED_URL: 'https://bus.example',
  PUBLIC_URL: 'https://bus.example',
  TOKEN_URL: 'https://issuer.example/token',
  CLIENT_ID: 'bus-delivery',
  CLIENT_SECRET: 'a secret of some length',
  WEBHOOK_HOSTS: 'cases.wcpc.example, *.police.example',
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
};

describe('the configuration', () => {
  it('sends to the hosts that are named, never to this machine, and no mail, unless it is said', () =>
    expect(readDeliveryConfig(complete)).toMatchObject({
      outgoing: { hosts: ['cases.wcpc.example', '*.police.example'], loopback: false },
      ...{ mail: null, speed: 1, answerMs: 10_000 },
    }));

  it('has no default for where may be sent to, nor for a secret', () => {
    for (const name of ['WEBHOOK_HOSTS', 'WEBHOOK_KEYS', 'CLIENT_SECRET', 'FEED_URL'] as const)
      expect(() => readDeliveryConfig({ ...complete, [name]: undefined })).toThrow(new RegExp(name));
  });

  it('names every fault at once, and no value', () => {
    const read = () => readDeliveryConfig({ ...complete, WEBHOOK_KEYS: key, FEED_URL: 'http://bus.example/secret' });
    for (const name of ['WEBHOOK_KEYS', 'FEED_URL']) expect(read).toThrow(new RegExp(name));
    expect(read).not.toThrow(/secret$/);
    expect(read).not.toThrow(new RegExp(key.slice(0, 8)));
  });
});
