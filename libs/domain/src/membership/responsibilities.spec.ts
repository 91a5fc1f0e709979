import { describe, expect, it } from '@jest/globals';
import { type BusEvent, PRIORITIES } from '#libs/contracts';
import fc from 'fast-check';
import { REFERRAL_STATUSES } from '../referral/transitions/transition.js';
import type { MembershipEvent } from './evolve.js';
import { demoDirectory, folded, foundBus, NOW } from './membership.fixtures.js';
import { partsOf, responsibilities, responsibilityRows, STEPS } from './responsibilities.js';
import { roles } from './roles.js';
import { stakeholderDocument } from './stakeholders.js';
import { whoMustAct, whoMustActOn } from './who-must-act.js';

const contact: MembershipEvent = {
  type: 'ContactPointChanged',
  data: {
    agency: 'PH-WCPC',
    role: 'POC_247',
    contact: {
      role: 'POC_247',
      availability: 'AROUND_THE_CLOCK',
      desk: 'Duty officer',
      phone: '+63285550100',
      email: null,
      hours: null,
      zone: null,
      languages: ['en'],
      channels: null,
      calendar: null,
    },
  },
};
const demo = folded([...foundBus(demoDirectory), contact]);

describe('the responsibility table (vocabulary 6.1)', () => {
  it('has a responsible and an accountable role in each step that is about a case', () => {
    const told = (step: (typeof STEPS)[number], part: 'R' | 'A'): string[] =>
      Object.keys(roles).filter((role) =>
        partsOf(step, role, { priority: 'P1', holdsData: true, override: true }).includes(part),
      );
    // of evaluation and training nobody is said to be responsible, only accountable
    for (const step of STEPS.filter((each) => each !== 'EVALUATION'))
      expect([step, told(step, 'R').length > 0, told(step, 'A').length > 0]).toEqual([step, true, true]);
  });
  it('gives some parts on a condition only', () => {
    expect(partsOf('TRIAGE', 'POC_247', { priority: 'P1' })).toEqual(['R']);
    expect(partsOf('TRIAGE', 'POC_247', { priority: 'P2' })).toEqual([]);
    expect(partsOf('PRESERVATION', 'INDUSTRY_TS', { holdsData: true })).toEqual(['R']);
    expect(partsOf('DISCLOSURE', 'POC_247')).toEqual([]);
  });
  it('gives roles without a column, and those that do not exist, no part', () => {
    expect(STEPS.flatMap((step) => partsOf(step, 'RESEARCH'))).toEqual([]);
    expect(STEPS.flatMap((step) => partsOf(step, 'WIZARD'))).toEqual([]);
  });
  it('is written as it is read', () =>
    expect(responsibilityRows().find(({ step }) => step === 'SAFEGUARD')?.cells).toEqual([
      'I',
      'I',
      'C',
      'R (P1)',
      'C',
      '–',
      'A/R',
      '–',
    ]));
});

describe('who must act now', () => {
  const acts = (priority: 'P1' | 'P3', country = 'PH') =>
    whoMustAct(demo, { step: 'SAFEGUARD', country, priority, now: NOW }).map(({ agency, role }) => `${agency} ${role}`);
  it('is whoever is responsible in the country, around the clock first', () => {
    expect(acts('P1')).toEqual(['PH-WCPC POC_247', 'PH-CHILD CHILD_PROT']);
    expect(acts('P3')).toEqual(['PH-CHILD CHILD_PROT']);
  });
  it('is nobody where no agency has such a role: a gap that is to be seen', () => expect(acts('P3', 'BR')).toEqual([]));
  it('is nobody who is suspended', () => {
    const state = folded([
      ...foundBus(demoDirectory),
      { type: 'MemberSuspended', data: { agency: 'PH-CHILD', reason: 'OTHER', change: null } },
    ]);
    expect(whoMustAct(state, { step: 'SAFEGUARD', country: 'PH', now: NOW })).toEqual([]);
  });
});

describe('who must act now on a referral', () => {
  const sender = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
  const receiver = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };
  type Asked = Partial<Parameters<typeof whoMustActOn>[1]>;
  const acting = (asked: Asked, state = demo) =>
    whoMustActOn(state, { status: 'SUBMITTED', sender, receiver, now: NOW, ...asked }, responsibilities);
  const named = (asked: Asked) =>
    acting(asked)?.actors.map(({ agency, role, isParty }) => `${agency} ${role}${isParty ? ' *' : ''}`);

  it('is first the agency that holds it, then whoever is responsible in its country (2.4 I1)', () => {
    expect(acting({ priority: 'P1' })).toMatchObject({ step: 'TRIAGE', country: 'PH' });
    expect(named({ priority: 'P1' })?.slice(0, 2)).toEqual(['PH-WCPC LE_UNIT *', 'PH-WCPC POC_247']);
    expect(named({ priority: 'P3' })).not.toContain('PH-WCPC POC_247');
  });
  it('is its sender while information is asked of it', () => {
    expect(acting({ status: 'INFO_REQUESTED' })).toMatchObject({ step: 'SUBMIT', country: 'US' });
    expect(named({ status: 'INFO_REQUESTED' })?.[0]).toBe('US-CLEAR CLEARINGHOUSE *');
  });
  it.each(['CLOSED', 'REJECTED', 'FORWARDED', 'WITHDRAWN', 'EXPIRED', 'ENTERED_IN_ERROR'] as const)(
    'is nobody once it is %s',
    (status) => expect(acting({ status })).toBeNull(),
  );
  it('is the holder also where the table gives its role no part, or the bus does not know it', () => {
    const court = { agency: 'PH-COURT', role: 'PROSECUTOR', country: 'PH' };
    expect(acting({ receiver: court })?.actors[0]).toMatchObject({
      ...{ agency: 'PH-COURT', parts: [], isParty: true, contact: null, inMaintenance: false },
    });
  });
  it('is said to take no part, and has no desk, where it was suspended or has left', () => {
    const suspended: BusEvent = {
      type: 'MemberSuspended',
      data: { agency: 'PH-WCPC', reason: 'SECURITY_INCIDENT', change: null },
    };
    const state = folded([...foundBus(demoDirectory), suspended]);
    const [party, ...others] = acting({ priority: 'P1' }, state)?.actors ?? [];
    expect(party).toMatchObject({ agency: 'PH-WCPC', isParty: true, takesPart: false, contact: null });
    expect(others.map(({ agency }) => agency)).not.toContain('PH-WCPC');
    expect(acting({ priority: 'P1' })?.actors.every(({ takesPart }) => takesPart)).toBe(true);
  });
  it('names nobody twice, and exactly one party', () =>
    fc.assert(
      fc.property(fc.constantFrom(...REFERRAL_STATUSES), fc.constantFrom(...PRIORITIES), (status, priority) => {
        const actors = named({ status, priority }) ?? [];
        expect(new Set(actors).size).toBe(actors.length);
        expect(actors.filter((each) => each.endsWith('*')).length).toBe(actors.length === 0 ? 0 : 1);
      }),
    ));
});

describe('a step that depends on who holds the data, or on an override', () => {
  const of = (circumstances: object) =>
    whoMustAct(demo, { step: 'DISCLOSURE', country: 'PH', now: NOW, ...circumstances }).map(({ role }) => role);
  it('has the 24/7 point where the override was invoked', () => {
    expect(of({})).not.toContain('POC_247');
    expect(of({ override: true })).toContain('POC_247');
  });
});

describe('the stakeholder document (mission S4)', () => {
  const text = stakeholderDocument(demo, NOW);
  it('says who takes part, what each role may do, and who does what', () => {
    expect(text).toContain('As of 2026-11-26: 27 agencies in 12 countries.');
    expect(text).toContain(
      '| PH | PH-WCPC | Women and Children Desk (demo) | LE\\_UNIT, POC\\_247 | yes | yes | sets | POC\\_247 |',
    );
    expect(text).toContain('| safeguard child | I | I | C | R (P1) | C | – | A/R | – |');
    expect(Object.keys(roles).filter((role) => !text.includes(role.replaceAll('_', '\\_')))).toEqual([]);
  });
  it('lists around the clock no desk of a role that the agency does not hold any more', () => {
    const { name, country, rights, needsRelease } = demo.members['PH-WCPC']!;
    const party = { agency: 'PH-WCPC', name, country, rights, needsRelease, roles: ['LE_UNIT'] };
    const lost: MembershipEvent = { type: 'MemberAdmitted', data: { ...party, proposal: null } };
    const after = folded([...foundBus(demoDirectory), contact, lost]);
    expect(stakeholderDocument(after, NOW)).toContain('| LE\\_UNIT | yes | yes | sets | – |');
  });
  it('can be published: nothing by which a desk is called, no client', () => {
    expect(text).not.toContain('+63285550100');
    expect(text).not.toContain('ph-wcpc');
  });
});
