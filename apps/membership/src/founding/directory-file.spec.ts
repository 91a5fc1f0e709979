import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { busActors, coverageOf, membership, rightsOf, whoMustAct } from '#libs/domain';
import { directoryField } from './directory-file.js';

const NOW = Date.UTC(2026, 10, 27, 20);
const file = directoryField.parse(
  readFileSync(join(import.meta.dirname, '../../../../deploy/demo/directory.json'), 'utf8'),
);

const accepted = { at: NOW, eventId: '', person: null, synthetic: false };
const founded = membership
  .decide({ type: 'FoundBus', data: file, meta: { actor: busActors.policy, now: NOW } }, membership.initialState())
  .reduce((state, event) => membership.evolve(state, event, accepted), membership.initialState());

describe('the directory that the demo bus is founded with', () => {
  it('admits each of its agencies', () => {
    const admitted = Object.entries(founded.members).filter(([, { status }]) => status === 'ADMITTED');
    expect(admitted.map(([code]) => code)).toEqual(file.agencies.map(({ code }) => code));
  });

  it('says of each agency what it may do: what its roles give, no more and no less (vocabulary 6)', () => {
    for (const [code, { roles, rights }] of Object.entries(founded.members)) {
      const given = roles.map((role) => rightsOf(role));
      expect([code, rights]).toEqual([
        code,
        {
          originate: given.some(({ originate }) => originate),
          receive: given.some(({ receive }) => receive),
          setPriority: given.some(({ priority }) => priority === 'SET' || priority === 'RAISE'),
        },
      ]);
    }
  });

  it('has one jurisdiction that is covered at any hour, and shows what the others lack (vocabulary 8.2)', () => {
    const risks = Object.fromEntries(coverageOf(founded, NOW).map(({ jurisdiction, risk }) => [jurisdiction, risk]));
    expect(risks).toEqual({
      ...{ PH: null, AU: 'WITHIN_HOURS', GB: 'NOT_AROUND_THE_CLOCK', NL: 'NOT_AROUND_THE_CLOCK' },
      ...{ US: 'NOT_HELD', DE: 'NOT_HELD', BR: 'NOT_HELD', PT: 'NOT_HELD' },
      ...{ KE: 'NOT_HELD', FR: 'NOT_HELD', JP: 'NOT_HELD', CA: 'NOT_HELD' },
    });
  });

  it('names the desk that must act on P1 at night, and its telephone (vocabulary 6.1)', () => {
    const [first] = whoMustAct(founded, { step: 'TRIAGE', country: 'PH', priority: 'P1', now: NOW });
    expect(first).toMatchObject({
      ...{ agency: 'PH-WCPC', role: 'POC_247', parts: ['R'], hours: { open: true } },
      contact: { desk: 'Duty desk (demo)', phone: '+63285550100', availability: 'AROUND_THE_CLOCK' },
    });
  });
});
