import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cohensKappa } from './kappa.js';

/** A table of two grades: how often both said yes, only the first, only the second, neither. */
const table = (both: number, first: number, second: number, neither: number): [string, string][] => [
  ...Array<[string, string]>(both).fill(['yes', 'yes']),
  ...Array<[string, string]>(first).fill(['yes', 'no']),
  ...Array<[string, string]>(second).fill(['no', 'yes']),
  ...Array<[string, string]>(neither).fill(['no', 'no']),
];

describe("Cohen's κ (vocabulary 9)", () => {
  // The worked examples of textbooks: two readers of 50 proposals; the same agreement with other margins.
  it.each([
    [table(20, 5, 10, 15), 0.7, 0.5, 0.4],
    [table(45, 15, 25, 15), 0.6, 0.54, 0.1304],
    [table(25, 35, 5, 35), 0.6, 0.46, 0.2593],
  ])('is as worked out by hand (%#)', (grades, observed, expected, kappa) => {
    const agreement = cohensKappa(grades);
    expect(agreement.observed).toBeCloseTo(observed, 10);
    expect(agreement.expected).toBeCloseTo(expected, 10);
    expect(agreement.kappa).toBeCloseTo(kappa, 4);
  });

  it('has no meaning without cases, or where one grade was given to all', () => {
    expect(cohensKappa([]).kappa).toBeNull();
    expect(cohensKappa(table(20, 0, 0, 0)).kappa).toBeNull();
  });

  const grades = fc.array(fc.tuple(fc.constantFrom('P1', 'P2', 'P3', 'P4'), fc.constantFrom('P1', 'P2', 'P3', 'P4')));

  it('is 1 exactly where all is graded alike, and never more', () =>
    fc.assert(
      fc.property(grades, (pairs) => {
        const { kappa, observed } = cohensKappa(pairs);
        fc.pre(kappa !== null);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa === 1).toBe(observed === 1);
      }),
    ));

  it('does not depend on who is named first, or on the order of the cases', () =>
    fc.assert(
      fc.property(grades, (pairs) => {
        const turned = pairs.map(([one, other]) => [other, one] as const).reverse();
        expect(cohensKappa(turned).kappa ?? -2).toBeCloseTo(cohensKappa(pairs).kappa ?? -2, 10);
      }),
    ));
});
