import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '#libs/platform';
import { readOperationsConfig } from './config.js';

const database = 'postgres://bus_operator:canary-5d1@db.example/views';
const watched = [{ name: 'agency_views', version: 1, topics: ['bus.referral.v1'], databaseUrl: database }];

const good = {
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
  JOURNAL_DATABASE_URL: database,
  WATCHED_CONSUMERS: JSON.stringify(watched),
};

describe('the configuration of operations', () => {
  it('names the consumers that are watched', () => {
    const config = readOperationsConfig(good);
    expect(config.consumers).toEqual(watched);
  });

  it.each(['nonsense canary-5d1', '[]', '[{"name":"x"}]', JSON.stringify([{ ...watched[0], topics: ['canary-5d1'] }])])(
    'refuses a list of consumers that is none, without repeating it',
    (text) => {
      expect(() => readOperationsConfig({ ...good, WATCHED_CONSUMERS: text })).toThrow(ConfigError);
      expect(() => readOperationsConfig({ ...good, WATCHED_CONSUMERS: text })).not.toThrow(/canary/);
    },
  );
});
