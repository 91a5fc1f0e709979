import { describe, expect, it } from '@jest/globals';
import { readReferralsConfig } from './config.js';

const complete = {
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
  JOURNAL_URL: 'postgres://bus_writer:CANARY@db/journal',
  DIGEST_KEYS: JSON.stringify({ current: 'd1', keys: { d1: Buffer.alloc(32, 1).toString('base64') } }),
};
const faultOf = (changes: Record<string, string | undefined>): string => {
  try {
    readReferralsConfig({ ...complete, ...changes });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
};

describe('the configuration', () => {
  it('is complete with an issuer, a journal and keys', () => {
    const config = readReferralsConfig(complete);
    expect(config).toMatchObject({ port: 8081, host: '127.0.0.1', shares: { burst: 5_000 } });
  });

  it('has no default for a secret or for whom to trust', () => {
    const fault = faultOf(Object.fromEntries(Object.keys(complete).map((name) => [name, undefined])));
    for (const name of Object.keys(complete)) expect(fault).toContain(`${name}: is missing`);
  });

  it.each([
    ['keys that are not JSON', { DIGEST_KEYS: 'CANARY-CANARY-CANARY' }, 'DIGEST_KEYS: is not'],
    ['a short key', { DIGEST_KEYS: '{"current":"d1","keys":{"d1":"CANARY"}}' }, 'DIGEST_KEYS: is not'],
    ['a share that no full batch fits', { AGENCY_COMMANDS_BURST: '499' }, 'AGENCY_COMMANDS_BURST'],
    ['an issuer by plain http', { ISSUER_JWKS_URL: 'http://issuer.example/jwks' }, 'ISSUER_JWKS_URL'],
    ['another kind of database', { JOURNAL_URL: 'mysql://CANARY@db' }, 'JOURNAL_URL'],
  ])('is refused with %s, by name and never by value', (_what, changes, expected) => {
    const fault = faultOf(changes);
    expect(fault).toContain(expected);
    expect(fault).not.toContain('CANARY');
  });
});
