import { describe, expect, it } from '@jest/globals';
import { readMembershipConfig } from './config.js';

const directory = {
  jurisdictions: { PH: { routine: [1], urgent: [2], access: [3] } },
  agencies: [{ code: 'PH-WCPC', name: 'Desk', country: 'PH', roles: ['LE_UNIT'] }],
};
const complete = {
  ISSUER_URL: 'https://issuer.example',
  ISSUER_JWKS_URL: 'https://issuer.example/jwks',
  JOURNAL_URL: 'postgres://bus_writer:CANARY@db/journal',
  DIRECTORY: JSON.stringify(directory),
  DIGEST_KEYS: JSON.stringify({ current: 'd1', keys: { d1: Buffer.alloc(32, 1).toString('base64') } }),
};

const desk = {
  ...{ role: 'LE_UNIT', availability: 'OFFICE_HOURS', desk: 'Desk', phone: '+63285550100' },
  calendar: { zone: 'Manila', weekly: [{ day: 'MONDAY', from: '08:00', to: '17:00' }] },
};

describe('the configuration of membership', () => {
  it('is complete with an issuer, a journal and keys; what a bus is founded with is needed once', () => {
    expect(readMembershipConfig(complete).beginning.directory?.agencies).toHaveLength(1);
    expect(readMembershipConfig({ ...complete, DIRECTORY: undefined }).beginning.directory).toBeUndefined();
  });

  it.each([
    ['a directory that is not JSON', { DIRECTORY: '{"CANARY' }, 'DIRECTORY: directory: not JSON'],
    ['a directory of another form', { DIRECTORY: '{"agencies":[]}' }, 'directory: jurisdictions'],
    [
      'an agency without a jurisdiction',
      { DIRECTORY: JSON.stringify({ ...directory, agencies: [{ ...directory.agencies[0], country: 'GB' }] }) },
      'PH-WCPC: no jurisdiction GB',
    ],
    [
      'a desk with hours in no time zone',
      { DIRECTORY: JSON.stringify({ ...directory, agencies: [{ ...directory.agencies[0], contacts: [desk] }] }) },
      'PH-WCPC: no time zone Manila',
    ],
    [
      'a jurisdiction without a lane',
      { DIRECTORY: JSON.stringify({ ...directory, jurisdictions: { PH: { routine: [], urgent: [2], access: [3] } } }) },
      'PH has no routine lane',
    ],
    ['a short key', { DIGEST_KEYS: '{"current":"d1","keys":{"d1":"CANARY"}}' }, 'DIGEST_KEYS: is not'],
  ])('is refused with %s, by name and never by value', (_what, changes, expected) => {
    const read = (): unknown => readMembershipConfig({ ...complete, ...changes });
    expect(read).toThrow(expected);
    expect(read).not.toThrow('CANARY');
  });
});
