import { describe, expect, it } from '@jest/globals';
import { say } from '../referral/words.fixtures.js';
import { firstRulebook, type Rulebook } from '../referral/rules.js';
import { type CommandName, transitionOf, transitions } from '../referral/transitions/transitions.js';
import { codeLists } from '../rules/document-faults.js';
import { accepted, folded, NOW, refusalOf, reject, rejected, submit, submitted } from './leg.fixtures.js';
import { leg, type LegCommand } from './leg.js';

/** The rules where every list that has the code has retired it, from `from` on. */
const without = (code: string, from = 0): Rulebook => {
  const having = Object.keys(codeLists).filter((list) => Object.hasOwn(codeLists[list]?.codes ?? {}, code));
  const retired = new Map([...having, 'PriorityReason'].map((list) => [list, { version: 2, codes: new Set([code]) }]));
  return { ...firstRulebook, codes: { retiredAt: (at) => (at < from ? new Map() : retired) } };
};

const refusal = (command: LegCommand, rulebook: Rulebook, state = leg.initialState()) =>
  refusalOf(() => leg.decide(command, state, rulebook));

const known = new Set(Object.values(codeLists).flatMap(({ codes }) => Object.keys(codes)));
const codesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return known.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.values(value).flatMap(codesOf);
};

const ofAgencies = (Object.keys(transitions) as CommandName[]).filter((name) =>
  transitionOf(name).who.some((speaker) => speaker !== 'POLICY' && speaker !== 'CLOCK'),
);

describe('a code that its list has retired (mission S2)', () => {
  it.each(ofAgencies)('is not said any more, wherever it stands in the words of %s', (name) => {
    const command = say(name);
    const codes = codesOf([command.data, 'priority' in command ? command.priority : {}]);
    for (const code of codes) expect([code, refusal(command, without(code))?.code]).toEqual([code, 'CODE_RETIRED']);
  });

  it('is named with its list, the version that says so, and where it stands', () =>
    expect(refusal(submit(), without('SOLICITATION'))?.details).toEqual({
      field: 'incident.offenceType',
      code: 'SOLICITATION',
      list: 'OffenceType',
      version: 2,
    }));

  it('is not said as a condition either', () => {
    const conditional = say('AcceptReferral', {
      data: { scope: 'CONDITIONAL', reason: 'HARMS_INVESTIGATION', conditions: ['LE_ONLY', 'NO_COURT_USE'] },
    });
    expect(refusal(conditional, without('NO_COURT_USE'))?.details).toMatchObject({
      field: 'conditions',
      list: 'HandlingCondition',
    });
  });

  it('is not said as the reason of a priority either', () =>
    expect(refusal(submit(), without('IDENTIFIED_SUSPECT'))?.details).toMatchObject({ list: 'PriorityReason' }));

  it('is said until the day from which it is retired', () => {
    expect(refusal(submit(), without('SOLICITATION', NOW + 1))).toBeNull();
    expect(refusal(submit(), without('SOLICITATION', NOW))?.code).toBe('CODE_RETIRED');
  });

  it('is refused alike on a referral that there is and one that there is not, so that it tells nothing', () => {
    const command = say('RequestAccess', { data: { purpose: 'INVESTIGATE' } });
    const answers = [leg.initialState(), folded([submitted()])].map((state) =>
      refusal(command, without('INVESTIGATE'), state),
    );
    expect(answers.map((answer) => answer?.code)).toEqual(['CODE_RETIRED', 'CODE_RETIRED']);
  });

  it('stands where it was said before: the events are folded, and the case goes on', () => {
    const stale = without('STALE');
    const rejectedOnce = folded([submitted(), rejected({ reason: 'STALE' })]);
    expect(rejectedOnce.referral.status).toBe('REJECTED');
    expect(refusal(reject({ reason: 'STALE' }), stale, folded([submitted()]))?.code).toBe('CODE_RETIRED');
    const inWork = folded([submitted(), accepted()]);
    expect(leg.decide(say('StartWork'), inWork, without('SOLICITATION')).map(({ type }) => type)).toEqual([
      'WorkStarted',
    ]);
  });

  it('is carried on by the bus, which says nothing of its own', () => {
    const data = { parent: 'US.1.x', origin: 'US.1.x', hop: 1, chain: [{ agency: 'GB-NCP', country: 'GB' }] };
    const onward = say('SubmitReferral', { by: 'BUS-POLICY', data });
    expect(leg.decide(onward, leg.initialState(), without('SOLICITATION'))).toHaveLength(2);
  });
});
