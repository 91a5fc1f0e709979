import { describe, expect, it } from '@jest/globals';
import { readAgencyViewsConfig } from './config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgres://bus_views@127.0.0.1/views',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  MAC_KEYS: JSON.stringify({ current: 'a', keys: { a: key } }),
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
};

describe('the configuration', () => {
  it('needs an address of the database, brokers, keys and an issuer', () => {
    const { kafka, auth, macKeys, port } = readAgencyViewsConfig(complete);
    expect(kafka).toMatchObject({ brokers: ['127.0.0.1:9092', '127.0.0.1:9093'], topicPrefix: '' });
    expect([auth.audience, macKeys.current.id, port]).toEqual(['urn:referral-bus:api', 'a', 8082]);
  });

  it('names every fault at once, and no value', () => {
    const read = () => readAgencyViewsConfig({ DATABASE_URL: 'mysql://secret@host', MAC_KEYS: key, PORT: '99999' });
    expect(read).toThrow(/DATABASE_URL[^]*MAC_KEYS|MAC_KEYS[^]*DATABASE_URL/);
    expect(read).toThrow(/KAFKA_BROKERS: is missing/);
    expect(read).not.toThrow(/secret/);
    expect(read).not.toThrow(new RegExp(key.slice(0, 8)));
  });
});
