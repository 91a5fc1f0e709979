import type { Priority } from '#libs/contracts';
import type { EscalationRules, Example } from '../escalation/rules.js';
import { REFERRAL_STATUSES } from '../referral/transitions/transition.js';
import type { SubmittedStatus } from '../referral/transitions/transition.js';
import { cohensKappa, KAPPA_TARGET } from './kappa.js';
import type { Agreement } from './kappa.js';
import { trainingCaseOf } from './training-cases.js';

/** A referral of an exercise, as its events tell. */
export interface ExerciseLeg {
  readonly id: string;
  readonly from: string;
  /** The sender's own reference: cases that two agencies grade have the same. */
  readonly reference: string | null;
  /** How often the case was handed on to come here. */
  readonly hop: number;
  /** As the sender set it. */
  readonly priority: Priority | null;
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

/** What two agencies made of the same cases. */
export interface Grading extends Agreement {
  readonly agencies: readonly [string, string];
  readonly target: number;
  /** Null where there is no κ. */
  readonly reached: boolean | null;
  /** Where they differ: what the examples must make clearer. */
  readonly differences: readonly Difference[];
}

interface Graded {
  readonly reference: string;
  readonly grades: readonly [Priority, Priority];
}

/** A case that two agencies graded apart. */
export interface Difference extends Graded {
  /** The level that it stands for; null for a case that is not of the training set. */
  readonly expected: Priority | null;
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

/** @param rules of urgency, with the examples that the training set is about */
export function exerciseReport(legs: readonly ExerciseLeg[], rules: EscalationRules): ExerciseReport {
  return {
    referrals: legs.length,
    byState: counted(legs.map(({ arrivals }) => arrivals.at(-1)?.status ?? null)),
    byPriority: counted(legs.map(({ priority }) => priority)),
    steps: stepTimes(legs),
    gradings: gradings(legs, rules),
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

/** Of every two agencies that graded some of the same cases. Whoever graded a case twice is taken at the first word. */
function gradings(legs: readonly ExerciseLeg[], rules: EscalationRules): Grading[] {
  const byAgency = new Map<string, Map<string, Priority>>();
  for (const { from, reference, priority, hop } of legs) {
    // a case that was passed on keeps its reference and its grade: nobody has graded it anew
    if (reference === null || priority === null || hop > 0) continue;
    const given = byAgency.get(from) ?? new Map<string, Priority>();
    if (!given.has(reference)) given.set(reference, priority);
    byAgency.set(from, given);
  }
  const agencies = [...byAgency].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return agencies.flatMap(([one, first], at) =>
    agencies.slice(at + 1).flatMap(([other, second]) => {
      const shared = [...first].flatMap(([reference, grade]) => {
        const grades: readonly [Priority, Priority] = [grade, second.get(reference) ?? 'UNKNOWN'];
        return second.has(reference) ? [{ reference, grades }] : [];
      });
      return shared.length === 0 ? [] : [gradingOf([one, other], shared, rules)];
    }),
  );
}

function gradingOf(agencies: Grading['agencies'], shared: readonly Graded[], rules: EscalationRules): Grading {
  const agreement = cohensKappa(shared.map(({ grades }) => grades));
  return {
    agencies,
    ...agreement,
    target: KAPPA_TARGET,
    reached: agreement.kappa === null ? null : agreement.kappa >= KAPPA_TARGET,
    differences: shared
      .filter(({ grades: [one, other] }) => one !== other)
      .map((each) => ({ ...each, ...standsFor(each.reference, rules) })),
  };
}

function standsFor(reference: string, { levels }: EscalationRules): Pick<Difference, 'expected' | 'example'> {
  const graded = trainingCaseOf(reference);
  if (!graded) return { expected: null, example: null };
  const { priority, example: code } = graded;
  const examples = priority === 'UNKNOWN' ? [] : levels[priority].examples;
  const example = examples.find((each) => each.code === code);
  return { expected: priority, example: example ? { code: example.code, text: example.text } : null };
}
