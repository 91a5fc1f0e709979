/** How far two who graded the same cases agree. */
export interface Agreement {
  readonly cases: number;
  /** Part of the cases that both graded alike. */
  readonly observed: number;
  /** Part on which they would agree by chance, each keeping how often it gives each grade. */
  readonly expected: number;
  /** Cohen's κ: 1 is full agreement, 0 no more than chance. Null where it has no meaning: no cases, or one grade for all. */
  readonly kappa: number | null;
}

/** What vocabulary 9 asks two agencies to reach. */
export const KAPPA_TARGET = 0.7;

/** @param grades what the one and what the other gave each case */
export function cohensKappa(grades: readonly (readonly [string, string])[]): Agreement {
  const cases = grades.length;
  const part = (count: number): number => (cases === 0 ? 0 : count / cases);
  const given = (side: 0 | 1, grade: string): number => part(grades.filter((pair) => pair[side] === grade).length);
  const all = [...new Set(grades.flat())];
  const observed = part(grades.filter(([one, other]) => one === other).length);
  const expected = all.reduce((sum, grade) => sum + given(0, grade) * given(1, grade), 0);
  const kappa = cases === 0 || all.length === 1 ? null : (observed - expected) / (1 - expected);
  return { cases, observed, expected, kappa };
}
