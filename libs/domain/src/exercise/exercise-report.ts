import type { Priority } from '#libs/contracts';
import type { EscalationRules, Example } from '../escalation/rules.js';
import { REFERRAL_STATUSES } from '../referral/transitions/transition.js';
import type { SubmittedStatus } from '../referral/transitions/transition.js';
import { cohensKappa, KAPPA_TARGET } from './kappa.js';
import type { Agreement } from './kappa.js';
import { casesByReference, type HandedOut, trainingCases } from './training-cases.js';

/** A referral of an exercise, as its events tell. */
export interface ExerciseLeg {
  readonly id: string;
  readonly from: string;
  /** Who first sent its case. */
  readonly origin: string;
  /** Agencies that it was sent to, or that were let into it: they saw its level. */
  readonly shownTo: readonly string[];
  /** The sender's own reference: of a case to grade, that of the case. */
  readonly reference: string | null;
  /** How often the case was handed on to come here. */
  readonly hop: number;
  /** As the sender set it, and may have changed it. */
  readonly priority: Priority | null;
  /** As it was submitted. */
  readonly graded: Priority | null;
  /** The states that it came into, in order, with when (ms since 1970, UTC). */
  readonly arrivals: readonly { readonly status: SubmittedStatus; readonly at: number }[];
}

/** How long it took from one state to the next. Milliseconds. */
export interface StepTimes {
  readonly from: SubmittedStatus;
  readonly to: SubmittedStatus;
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

/** What two agencies made of the same cases, neither knowing what the other had made of them. */
export interface Grading extends Agreement {
  readonly agencies: readonly [string, string];
  /** Cases that both graded and that are left out: one of both was shown the level that the other gave. */
  readonly shown: number;
  readonly target: number;
  /** Null where there is no κ, or not of all cases. */
  readonly reached: boolean | null;
  /** Where they differ: what the examples must make clearer. */
  readonly differences: readonly Difference[];
}

/** A case that two agencies graded apart. */
export interface Difference {
  /** As the case was handed out. */
  readonly reference: string;
  readonly grades: readonly [Priority, Priority];
  /** The level that it stands for. */
  readonly expected: Priority;
  /** The practical example of that level which it is, as the rules have it; null where it is none, or the rules have it no more. */
  readonly example: Example | null;
}

/** What came of an exercise (mission S7). Its unit is the referral, and nothing real is in it. */
export interface ExerciseReport {
  readonly referrals: number;
  readonly byState: Readonly<Partial<Record<SubmittedStatus, number>>>;
  readonly byPriority: Readonly<Partial<Record<Priority, number>>>;
  readonly steps: readonly StepTimes[];
  readonly gradings: readonly Grading[];
}

interface Rated {
  readonly exercise: string;
  /** Of urgency, with the examples that the training set is about. */
  readonly rules: EscalationRules;
}

export function exerciseReport(legs: readonly ExerciseLeg[], { exercise, rules }: Rated): ExerciseReport {
  return {
    referrals: legs.length,
    byState: counted(legs.map(({ arrivals }) => arrivals.at(-1)?.status ?? null)),
    byPriority: counted(legs.map(({ priority }) => priority)),
    steps: stepTimes(legs),
    gradings: gradings(gradesIn(legs, exercise), rules),
  };
}

function counted<Code extends string>(codes: readonly (Code | null)[]): Partial<Record<Code, number>> {
  const counts: Partial<Record<Code, number>> = {};
  for (const code of codes.filter((each) => each !== null).toSorted()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** In the order of a case's life. */
function stepTimes(legs: readonly ExerciseLeg[]): StepTimes[] {
  const spans = legs.flatMap(({ arrivals }) =>
    arrivals.slice(1).map(({ status, at }, before) => ({
      from: arrivals[before]?.status ?? status,
      to: status,
      took: at - (arrivals[before]?.at ?? at),
    })),
  );
  const rank = (status: SubmittedStatus): number => REFERRAL_STATUSES.indexOf(status);
  return [...Map.groupBy(spans, ({ from, to }) => `${from} ${to}`).values()]
    .flatMap((group) => {
      const [first] = group;
      const took = group.map((span) => span.took).toSorted((a, b) => a - b);
      return first ? [{ from: first.from, to: first.to, ...spread(took) }] : [];
    })
    .toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
}

/** @param sorted not empty */
function spread(sorted: readonly number[]): Omit<StepTimes, 'from' | 'to'> {
  const at = (part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
  return { count: sorted.length, median: at(0.5), p90: at(0.9), longest: at(1) };
}

/** What an agency made of a case. */
interface Grade {
  readonly of: HandedOut;
  readonly level: Priority;
}

interface Grades {
  /** By agency, then by id of the case. */
  readonly given: ReadonlyMap<string, ReadonlyMap<string, Grade>>;
  readonly isShown: (grade: { readonly by: string; readonly of: HandedOut; readonly to: string }) => boolean;
}

/** Of the cases of this exercise and of no other referral. Whoever graded a case twice is taken at the first word. */
function gradesIn(legs: readonly ExerciseLeg[], exercise: string): Grades {
  const cases = casesByReference(exercise);
  const given = new Map<string, Map<string, Grade>>();
  const shown = new Set<string>();
  const textOf = (by: string, of: HandedOut, to: string): string => JSON.stringify([by, of.case.id, to]);
  for (const { from, origin, shownTo, reference, graded, hop } of legs) {
    const of = reference === null ? undefined : cases.get(reference);
    if (!of) continue;
    // a case that was passed on keeps its reference and its grade: it is shown to more, and nobody has graded it anew
    for (const to of shownTo) shown.add(textOf(origin, of, to));
    if (graded === null || hop > 0) continue;
    const own = given.get(from) ?? new Map<string, Grade>();
    if (!own.has(of.case.id)) own.set(of.case.id, { of, level: graded });
    given.set(from, own);
  }
  return { given, isShown: ({ by, of, to }) => shown.has(textOf(by, of, to)) };
}

/** Of every two agencies that graded some of the same cases. */
function gradings({ given, isShown }: Grades, rules: EscalationRules): Grading[] {
  const agencies = [...given].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return agencies.flatMap(([one, first], at) =>
    agencies.slice(at + 1).flatMap(([other, second]) => {
      const shared = [...first.values()].flatMap(({ of, level }) => {
        const theirs = second.get(of.case.id);
        return theirs ? [{ of, grades: [level, theirs.level] as const }] : [];
      });
      const isBlind = ({ of }: Shared): boolean =>
        !isShown({ by: one, of, to: other }) && !isShown({ by: other, of, to: one });
      return shared.length === 0 ? [] : [gradingOf([one, other], { shared, blind: shared.filter(isBlind) }, rules)];
    }),
  );
}

interface Shared {
  readonly of: HandedOut;
  readonly grades: readonly [Priority, Priority];
}

function gradingOf(
  agencies: Grading['agencies'],
  { shared, blind }: { readonly shared: readonly Shared[]; readonly blind: readonly Shared[] },
  rules: EscalationRules,
): Grading {
  const agreement = cohensKappa(blind.map(({ grades }) => grades));
  const { kappa, cases } = agreement;
  return {
    agencies,
    ...agreement,
    shown: shared.length - blind.length,
    target: KAPPA_TARGET,
    reached: kappa === null || cases < trainingCases.length ? null : kappa >= KAPPA_TARGET,
    differences: blind
      .filter(({ grades: [one, other] }) => one !== other)
      .map(({ of, grades }) => ({ reference: of.reference, grades, ...standsFor(of, rules) })),
  };
}

function standsFor({ case: graded }: HandedOut, { levels }: EscalationRules): Pick<Difference, 'expected' | 'example'> {
  const { priority, example: code } = graded;
  const examples = priority === 'UNKNOWN' ? [] : levels[priority].examples;
  const example = examples.find((each) => each.code === code);
  return { expected: priority, example: example ? { code: example.code, text: example.text } : null };
}
