import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, deskOf } from '../membership/desk-hours.fixtures.js';
import { membership } from '../membership/membership.js';
import type { Member } from '../membership/state.js';
import { firstEscalationRules } from './first-rules.js';
import { calledUpon } from './ladder.js';
import { type Level, PRIORITY_LEVELS } from './rules.js';

const DAY = Date.parse('2026-11-26T02:00Z');
const NIGHT = Date.parse('2026-11-26T16:00Z');
const MORNING = Date.parse('2026-11-27T00:00Z');
const office = { calendar: calendar('Asia/Manila', ['DAILY 08:00-17:00']) };

/** An agency of the Philippines, with a desk for each of these roles: around the clock, in its hours, or of unknown ones. */
function agency(desks: Readonly<Record<string, 'ALWAYS' | 'OFFICE' | 'UNSAID'>>, more: Partial<Member> = {}): Member {
  const said = Object.entries(desks).filter(([, hours]) => hours !== 'UNSAID');
  const contacts = said.map(([role, hours]) => [role, deskOf(role, hours === 'OFFICE' ? office : {})]);
  return {
    ...{ status: 'ADMITTED', since: 0, reason: null, name: 'Agency', country: 'PH', roles: Object.keys(desks) },
    ...{ rights: null, needsRelease: false, proposal: null, clients: {}, capacity: null, maintenance: null },
    contacts: Object.fromEntries(contacts) as Member['contacts'],
    ...more,
  };
}

interface Asked {
  readonly level: Level;
  readonly step?: number;
  readonly now?: number;
}

/** Who is called: `A/LE_UNIT`; and who was found closed, with the hours until it opens. */
function called(members: Readonly<Record<string, Member>>, { level, step = 1, now = NIGHT }: Asked) {
  const ladder = firstEscalationRules.levels[level].ladder.slice(step - 1);
  const receiver = { agency: 'PH-A', role: 'LE_UNIT', country: 'PH' };
  const state = { ...membership.initialState(), members };
  const { to, closed } = calledUpon({ level, ladder, receiver, sender: 'US-CLEAR' }, state, now);
  const named = (party: { agency: string; role: string }): string => `${party.agency.slice(3)}/${party.role}`;
  return [
    to.map(named).join(' '),
    closed.map(({ desk, opensAt }) => `${named(desk)} +${((opensAt ?? Infinity) - now) / 3_600_000}h`).join(' '),
  ];
}

describe('a step of the ladder', () => {
  it('calls the desk itself by day, and at night whoever has the 24/7 role (P1, P2)', () => {
    const members = { 'PH-A': agency({ POC_247: 'OFFICE', LE_UNIT: 'OFFICE' }), 'PH-B': agency({ POC_247: 'ALWAYS' }) };
    expect(called(members, { level: 'P1', now: DAY })).toEqual(['A/POC_247', '']);
    expect(called(members, { level: 'P1' })).toEqual(['B/POC_247', 'A/POC_247 +8h']);
    expect(called(members, { level: 'P2', now: DAY })).toEqual(['A/LE_UNIT', '']);
    expect(called(members, { level: 'P2' })).toEqual(['B/POC_247', 'A/LE_UNIT +8h']);
  });
  it('calls the 24/7 desk of the agency itself too', () =>
    expect(called({ 'PH-A': agency({ LE_UNIT: 'OFFICE', POC_247: 'ALWAYS' }) }, { level: 'P2' })).toEqual([
      'A/POC_247',
      'A/LE_UNIT +8h',
    ]));
  it('goes on to the rest of the ladder in its order, where nobody of the 24/7 role is there', () => {
    const closed = agency({ POC_247: 'OFFICE' });
    const members = {
      'PH-A': closed,
      'PH-C': agency({ NCP_LE: 'ALWAYS' }),
      'CA-L': agency({ LIAISON_INTL: 'ALWAYS' }),
    };
    expect(called(members, { level: 'P1' })).toEqual(['C/NCP_LE', 'A/POC_247 +8h']);
    const away = { ...members, 'PH-C': agency({ NCP_LE: 'ALWAYS' }, { maintenance: { from: 0, until: null } }) };
    expect(called(away, { level: 'P1' })).toEqual(['L/LIAISON_INTL', 'A/POC_247 +8h']);
  });
  it('calls closed desks all the same, where nobody at all is there and it is urgent', () =>
    expect(called({ 'PH-A': agency({ POC_247: 'OFFICE' }) }, { level: 'P1' })).toEqual(['A/POC_247', 'A/POC_247 +8h']));
  it.each(['SUSPENDED', 'LEFT'] as const)(
    'calls others at once where the receiver takes no part any more (%s) and it is urgent',
    (status) => {
      const members = { 'PH-A': agency({ POC_247: 'ALWAYS' }, { status }), 'PH-C': agency({ NCP_LE: 'ALWAYS' }) };
      expect(called(members, { level: 'P1' })[0]).toBe('C/NCP_LE');
      expect(called(members, { level: 'P2', now: DAY })[0]).toBe('C/NCP_LE');
      expect(called({ 'PH-A': agency({ POC_247: 'ALWAYS' }, { status }) }, { level: 'P1' })[0]).toBe('A/LE_UNIT');
    },
  );
  it('waits for the desk, where it is P3 or P4', () => {
    const members = { 'PH-A': agency({ LE_UNIT: 'OFFICE' }), 'PH-B': agency({ POC_247: 'ALWAYS' }) };
    expect(called(members, { level: 'P3' })).toEqual(['A/LE_UNIT', 'A/LE_UNIT +8h']);
    expect(called(members, { level: 'P4', step: 2 })).toEqual(['A/LE_UNIT', 'A/LE_UNIT +8h']);
  });
  it('passes closed desks over while another of the same reach is there, whatever the level', () => {
    const members = { 'PH-A': agency({ LE_UNIT: 'ALWAYS' }), 'PH-B': agency({ NCP_LE: 'OFFICE' }) };
    const another = { ...members, 'PH-C': agency({ NCP_LE: 'UNSAID' }) };
    expect(called(another, { level: 'P3', step: 2 })).toEqual(['C/NCP_LE', 'B/NCP_LE +8h']);
    expect(called(another, { level: 'P3', step: 2, now: DAY })).toEqual(['B/NCP_LE C/NCP_LE', '']);
  });
  it('looks at the desk of the receiver in the role of the leg, where it does not hold that of the step', () => {
    const members = { 'PH-A': agency({ LE_UNIT: 'OFFICE' }), 'PH-B': agency({ POC_247: 'ALWAYS' }) };
    expect(called(members, { level: 'P1' })).toEqual(['B/POC_247', 'A/LE_UNIT +8h']);
  });
  it('calls as before calendars came where there are none, whoever takes part', () => {
    const roles = ['POC_247', 'NCP_LE', 'LE_UNIT', 'CENTRAL_AUTH', 'LIAISON_INTL'];
    const said = fc.dictionary(fc.constantFrom(...roles), fc.constantFrom('ALWAYS', 'UNSAID'), { maxKeys: 3 });
    const desks = fc.record({ said, away: fc.boolean(), country: fc.constantFrom('PH', 'NL') });
    const asked = fc.record({ level: fc.constantFrom(...PRIORITY_LEVELS), step: fc.constantFrom(1, 2), now: fc.nat() });
    fc.assert(
      fc.property(fc.array(desks, { maxLength: 5 }), asked, (found, { level, step, now }) => {
        const members = found.map(({ said: its, away, country }, n): [string, Member] => [
          `PH-${'EDCBA'[n]}`,
          agency(its, { country, maintenance: away ? { from: 0, until: null } : null }),
        ]);
        const reach = firstEscalationRules.levels[level].ladder[step - 1]?.reach ?? [];
        const expected = reach.flatMap(({ where, roles: wanted }) => {
          const there = members.filter(
            ([name, { country }]) =>
              where === 'INTERNATIONAL' ||
              (where === 'RECEIVER' ? name === 'PH-A' : country === 'PH' && (where === 'COUNTRY' || name !== 'PH-A')),
          );
          const ranked = there.flatMap(([name, { roles: held, contacts, maintenance }]) =>
            wanted
              .filter((role) => held.includes(role))
              .map((role) => [
                `${(maintenance ? 2 : 0) + (contacts[role] ? 0 : 1)} ${name}`,
                `${name.slice(3)}/${role}`,
              ]),
          );
          const order = ranked.toSorted(([one = ''], [other = '']) => (one < other ? -1 : one > other ? 1 : 0));
          return where === 'RECEIVER' && order.length === 0 ? ['A/LE_UNIT'] : order.map(([, each]) => each);
        });
        expect(called(Object.fromEntries(members), { level, step, now })).toEqual([expected.slice(0, 6).join(' '), '']);
      }),
    );
  });
  it('names when a desk opens that the clocks do not wait for', () =>
    expect(
      calledUpon(
        {
          level: 'P3',
          ladder: firstEscalationRules.levels.P3.ladder,
          receiver: { agency: 'PH-A', role: 'LE_UNIT', country: 'PH' },
          sender: 'US-CLEAR',
        },
        { ...membership.initialState(), members: { 'PH-A': agency({ LE_UNIT: 'OFFICE' }) } },
        NIGHT,
      ).closed,
    ).toEqual([{ desk: { agency: 'PH-A', role: 'LE_UNIT', country: 'PH' }, opensAt: MORNING }]));
});
