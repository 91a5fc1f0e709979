import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casesByReference, casesOf, trainingCases } from './training-cases.js';

const exercise = fc.stringMatching(/^EX-[A-Z0-9][A-Z0-9-]{0,19}$/);

describe('the cases of a grading test (vocabulary 9)', () => {
  it('are the same twenty in every exercise, each found again by the reference that it is handed out with', () =>
    fc.assert(
      fc.property(exercise, (code) => {
        const handed = casesOf(code);
        expect(handed.map((each) => each.case.id).toSorted()).toEqual(trainingCases.map(({ id }) => id));
        expect(new Set(handed.map(({ reference }) => reference)).size).toBe(20);
        for (const { reference, case: given } of handed)
          for (const name of [reference, `${code}-${given.id}`])
            expect(casesByReference(code).get(name)?.case).toBe(given);
        expect(casesOf(code)).toEqual(handed);
      }),
    ));
  it('are called otherwise from exercise to exercise: a number says no level', () => {
    const levels = ['EX-A', 'EX-B', 'EX-C', 'EX-D', 'EX-E', 'EX-F'].map((code) => casesOf(code)[0]?.case.priority);
    expect(new Set(levels).size).toBeGreaterThan(1);
    expect(casesOf('EX-A').map((each) => each.case.id)).not.toEqual(trainingCases.map(({ id }) => id));
  });
  it('are none beyond those that were handed out, nor those of another exercise', () => {
    const cases = casesByReference('EX-A');
    expect(cases.size).toBe(40);
    for (const reference of ['EX-A-K00', 'EX-A-K21', 'K01', 'T01', 'EX-A-T21', 'EX-B-K01', 'EX-B-T01'])
      expect(cases.has(reference)).toBe(false);
  });
});
