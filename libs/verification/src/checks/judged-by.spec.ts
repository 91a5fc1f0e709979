import { describe, expect, it } from '@jest/globals';
import type { BusEvent, RuleRef } from '#libs/contracts';
import { plainSubmission } from '#libs/domain';
import { graded, kinds, laneOf, read, submitted } from '../lane.fixtures.js';

const rules = (version: number, set = 'referral'): RuleRef => ({ set, version });

/** A referral that was submitted under other rules than the first. */
const second = {
  ...submitted,
  data: { ...submitted.data, ...plainSubmission, rules: rules(2), deliveryRules: rules(3, 'escalation') },
} as BusEvent;
const urgent = { ...graded, data: { ...graded.data, rules: 'escalation/3' } } as BusEvent;

const received = (by: RuleRef | null): BusEvent => ({ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: by } });
const delayed = (by: RuleRef | null): BusEvent => ({
  type: 'DelayNotified',
  data: { by: 'PH-WCPC', reason: 'AWAIT_TRANSLATION', impossible: false, until: null, note: null, rules: by },
});
const available = (version: number): BusEvent => ({
  type: 'EvidenceAdvanced',
  data: { steps: [{ step: 'RELAYED', at: 0, dueAt: null }], rules: rules(version, 'escalation') },
});
const called = (version: number): BusEvent => ({
  type: 'VoiceContactRecorded',
  data: {
    ...{ by: 'PH-WCPC', at: 0, to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' }, result: 'REACHED' as const },
    ...{ note: null, rules: rules(version, 'escalation') },
  },
});

const found = (...said: BusEvent[]): string[] => foundAfter(urgent, ...said);
const foundAfter = (first: BusEvent, ...said: BusEvent[]): string[] =>
  kinds(read(laneOf([[[second, first]], ...said.map((event) => [[event]] as const)])).report, 'rules');

describe('the version that an event names', () => {
  it('is the one that its leg was submitted under', () =>
    expect(found(available(3), received(rules(2)), delayed(rules(2)), called(3))).toEqual([]));
  it.each([
    ['another one of the referral', received(rules(1))],
    ['another one of the escalation', called(2)],
    ['another one of the times of delivery', available(2)],
    ['none, in a schema that came with the promise', received(null)],
  ])('shows where it is %s', (_name, event) => expect(found(event)).toEqual(['illegal-history']));
  it('is the one of the times of delivery in the word that its escalation begins with', () => {
    const other = { ...graded, data: { ...graded.data, rules: 'escalation/2' } } as BusEvent;
    expect(foundAfter(other)).toEqual(['illegal-history']);
  });
  it('may be left out in what an earlier release could write', () => expect(found(delayed(null))).toEqual([]));
});
