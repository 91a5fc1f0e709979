import { describe, expect, it } from '@jest/globals';
import { firstRulebook, type Member, membership, type Membership } from '#libs/domain';
import { byWhat, reachable } from './by-what.js';
import type { Call } from './call.js';

const mail = { kind: 'SMTP', address: 'duty@wcpc.example' } as const;
const desk = { availability: 'AROUND_THE_CLOCK', desk: 'Duty', phone: null, email: null, channels: [mail] };
const NOW = Date.parse('2026-11-26T02:00Z');
const member = (status: Member['status']): Member =>
  ({ status, country: 'PH', roles: ['POC_247'], contacts: { POC_247: desk } }) as unknown as Member;

const call = (agency: string, synthetic: boolean): Call => ({
  ...{ event: '0198c1f0-0000-7000-8000-000000000001', agency, role: 'POC_247', referral: 'PH.1.x', step: 1 },
  ...{ cause: 'ACKNOWLEDGE', level: 'P1', synthetic, opened_at: new Date() },
});

/** Both agencies take part; the first of them in a drill. */
const during = (status: 'RUNNING' | 'ENDED'): Membership => ({
  ...membership.initialState(),
  members: { 'PH-WCPC': member('ADMITTED'), 'PH-OTHER': member('ADMITTED'), 'PH-AWAY': member('SUSPENDED') },
  training: {
    exercises: { 'EX-1': { status, since: 0, name: 'Night drill', participants: ['PH-WCPC'], plannedEnd: null } },
    lessons: [],
  },
});
const channelsOf = (agency: string, synthetic: boolean, members = during('RUNNING')) =>
  byWhat(call(agency, synthetic), members, firstRulebook, NOW).channels;

describe('by what somebody is called', () => {
  it('for real work is by its desk’s channels, while it takes part', () => {
    for (const agency of ['PH-WCPC', 'PH-OTHER']) expect(channelsOf(agency, false)).toEqual([mail]);
    for (const agency of ['PH-AWAY', 'PH-NOBODY']) expect(channelsOf(agency, false)).toEqual([]);
  });

  it('is by no desk of a role that was taken from it, also where that answers around the clock', () => {
    const state = during('RUNNING');
    const lost: Membership = {
      ...state,
      members: { ...state.members, 'PH-WCPC': { ...member('ADMITTED'), roles: ['LE_UNIT'] } },
    };
    expect(channelsOf('PH-WCPC', false)).toEqual([mail]);
    expect(channelsOf('PH-WCPC', false, lost)).toEqual([]);
    expect(byWhat({ ...call('PH-WCPC', false), role: 'LE_UNIT' }, lost, firstRulebook, NOW).channels).toEqual([]);
  });

  it('for an exercise is by nothing where the agency takes part in none that is running (S7)', () => {
    expect(channelsOf('PH-WCPC', true)).toEqual([mail]);
    expect(channelsOf('PH-OTHER', true)).toEqual([]);
    expect(channelsOf('PH-WCPC', true, during('ENDED'))).toEqual([]);
    expect(reachable(call('PH-WCPC', true), during('ENDED'))).toBeUndefined();
  });
});
