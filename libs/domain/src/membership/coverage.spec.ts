import { describe, expect, it } from '@jest/globals';
import { coverageOf } from './coverage.js';
import { calendar } from './desk-hours.fixtures.js';
import { membership } from './membership.js';
import { AROUND_THE_CLOCK_ROLE } from './roles.js';
import type { Member } from './state.js';

const NOW = Date.UTC(2026, 10, 24);
const lanes = [{ since: 0, routine: [1], urgent: [2], access: [3] }];

const desk = (role: string, availability: 'AROUND_THE_CLOCK' | 'OFFICE_HOURS', changes: Partial<Contact> = {}) => ({
  [role]: {
    ...{ role, availability, desk: 'Desk', phone: '+63285550100', email: null, hours: null, zone: null },
    ...{ languages: [], channels: [{ kind: 'WEBHOOK', address: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c' } as const] },
    calendar: null,
    ...changes,
  },
});
type Contact = Member['contacts'][string];
const uncalled = { channels: null };

const holder: Member = {
  ...{ status: 'ADMITTED', since: 0, reason: null, name: 'Desk', country: 'PH', roles: ['LE_UNIT', 'POC_247'] },
  ...{ rights: null, needsRelease: false, proposal: null, clients: {}, capacity: null, maintenance: null },
  contacts: desk(AROUND_THE_CLOCK_ROLE, 'AROUND_THE_CLOCK'),
};

const riskOf = (...members: Partial<Member>[]) => {
  const entries = members.map((changes, n): [string, Member] => [`PH-${n}`, { ...holder, ...changes }]);
  const state = { ...membership.initialState(), jurisdictions: { PH: lanes }, members: Object.fromEntries(entries) };
  return coverageOf(state, NOW)[0]?.risk;
};

describe('a jurisdiction', () => {
  it('has a live 24/7 role where an agency that takes part says that its desk answers at any hour', () =>
    expect(riskOf({})).toBeNull());

  it.each([
    ['nobody holds the role', { roles: ['LE_UNIT'] }, 'NOT_HELD'],
    ['who holds it was suspended', { status: 'SUSPENDED' }, 'NOT_HELD'],
    ['who holds it is elsewhere', { country: 'US' }, 'NOT_HELD'],
    ['nobody said how its desk is reached', { contacts: {} }, 'NOT_AROUND_THE_CLOCK'],
    ['its desk keeps office hours', { contacts: desk('POC_247', 'OFFICE_HOURS') }, 'NOT_AROUND_THE_CLOCK'],
    ['only another desk answers', { contacts: desk('LE_UNIT', 'AROUND_THE_CLOCK') }, 'NOT_AROUND_THE_CLOCK'],
    [
      'it is not known by what its desk is called',
      { contacts: desk('POC_247', 'AROUND_THE_CLOCK', uncalled) },
      'NO_CHANNEL',
    ],
    ['its systems are away', { maintenance: { from: NOW - 1, until: null } }, 'IN_MAINTENANCE'],
  ] as const)('is a risk where %s', (_name, changes, risk) => expect(riskOf(changes)).toBe(risk));

  it('is none where another holder is there', () =>
    expect(riskOf({ maintenance: { from: NOW - 1, until: null } }, {})).toBeNull());

  it('is none where its desk has a mail address, or another one of the agency that answers at any hour is called for it', () => {
    const mailed = desk('POC_247', 'AROUND_THE_CLOCK', { ...uncalled, email: 'duty@wcpc.example' });
    const beside = desk('LE_UNIT', 'AROUND_THE_CLOCK');
    expect(riskOf({ contacts: mailed })).toBeNull();
    expect(riskOf({ contacts: { ...desk('POC_247', 'AROUND_THE_CLOCK', uncalled), ...beside } })).toBeNull();
  });

  it('is a risk where the one holder that could be called is away', () =>
    expect(
      riskOf(
        { maintenance: { from: NOW - 1, until: null } },
        { contacts: desk('POC_247', 'AROUND_THE_CLOCK', uncalled) },
      ),
    ).toBe('NO_CHANNEL'));

  describe('whose holders keep hours', () => {
    const hours = (...spans: string[]) => desk('POC_247', 'OFFICE_HOURS', { calendar: calendar('Asia/Manila', spans) });
    const found = (...contacts: Member['contacts'][]) => {
      const members = Object.fromEntries(contacts.map((each, n) => [`PH-${n}`, { ...holder, contacts: each }]));
      const state = { ...membership.initialState(), jurisdictions: { PH: lanes }, members };
      return coverageOf(state, Date.parse('2026-11-24T01:00Z'))[0];
    };
    it('is a risk, with the time when nobody is there next', () => {
      const gap = { from: Date.parse('2026-11-24T09:00Z'), until: Date.parse('2026-11-25T00:00Z') };
      expect(found(hours('DAILY 08:00-17:00'))).toMatchObject({ risk: 'WITHIN_HOURS', gap });
      const later = { from: Date.parse('2026-11-24T12:00Z'), until: Date.parse('2026-11-24T13:00Z') };
      expect(found(hours('DAILY 08:00-20:00'), hours('DAILY 21:00-08:00'))).toMatchObject({ gap: later });
    });
    it('is none where their hours go round together, or one of them answers at any hour', () => {
      const none = { risk: null, gap: null };
      expect(found(hours('DAILY 08:00-20:00'), hours('DAILY 20:00-08:00'))).toMatchObject(none);
      expect(found(hours('DAILY 08:00-17:00'), holder.contacts)).toMatchObject(none);
    });
  });

  it('names its holders, and whoever else answers at any hour', () => {
    const members = { 'PH-A': { ...holder, contacts: desk('LE_UNIT', 'AROUND_THE_CLOCK') } };
    expect(coverageOf({ ...membership.initialState(), jurisdictions: { PH: lanes }, members }, NOW)).toEqual([
      {
        ...{ jurisdiction: 'PH', risk: 'NOT_AROUND_THE_CLOCK', gap: null, holders: ['PH-A'] },
        reached: [{ agency: 'PH-A', role: 'LE_UNIT' }],
      },
    ]);
  });
});
