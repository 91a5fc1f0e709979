import { describe, expect, it } from '@jest/globals';
import { readPoliciesConfig } from './config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const keys = JSON.stringify({ current: 'a', keys: { a: key } });
const complete = {
  DATABASE_URL: 'postgres://bus_policies@127.0.0.1/policies',
  JOURNAL_URL: 'postgres://bus_writer@127.0.0.1/journal',
  KAFKA_BROKERS: '127.0.0.1:9092',
  MAC_KEYS: keys,
  DIGEST_KEYS: keys,
  RECEIPTS_URL: 'https://bus.example',
  TOKEN_URL: 'https://issuer.example/token',
  CLIENT_ID: 'bus-evidence',
  CLIENT_SECRET: 'a secret of some length',
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
};

describe('the configuration', () => {
  it('needs both databases, brokers, keys, an issuer and where to ask', () => {
    expect(readPoliciesConfig(complete).port).toBe(8085);
  });

  it('names every fault at once, and no value', () => {
    const read = () => readPoliciesConfig({ ...complete, JOURNAL_URL: 'mysql://secret@h', DIGEST_KEYS: key });
    for (const name of ['JOURNAL_URL', 'DIGEST_KEYS']) expect(read).toThrow(new RegExp(name));
    expect(read).not.toThrow(/secret/);
    expect(read).not.toThrow(new RegExp(key.slice(0, 8)));
  });
});
