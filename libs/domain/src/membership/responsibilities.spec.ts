import { describe, expect, it } from '@jest/globals';
import type { MembershipEvent } from './evolve.js';
import { demoDirectory, folded, foundBus, NOW } from './membership.fixtures.js';
import { partsOf, responsibilityRows, STEPS } from './responsibilities.js';
import { roles } from './roles.js';
import { stakeholderDocument } from './stakeholders.js';
import { whoMustAct } from './who-must-act.js';

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
  it('can be published: nothing by which a desk is called, no client', () => {
    expect(text).not.toContain('+63285550100');
    expect(text).not.toContain('ph-wcpc');
  });
});
