import { undisturbed } from './attention.js';
import type { Bench } from './bench.js';
import { profileThisProcess, summarise } from './profile.js';
import type { Contest, Goal, Row } from './row.js';
import { median } from './statistics.js';

/** As docs/benchmarks.json has it. `figure`, `limit`, `ratio`: medians; `spread`: lowest and highest ratio of a repeat (figure, without a limit). */
export interface Result {
  readonly id: string;
  readonly figure: number;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
  readonly spread: readonly [number, number];
  readonly durability: string;
  readonly commit: string;
  /** What part of the machine's CPU others' processes took at the worst repeat; such a figure is a hint, not a measurement. */
  readonly others: number;
  /** Of limit and figure. This and what follows is of rows that were measured since it is kept. */
  readonly repeats?: number;
  /** What its data were checked by before it had a figure. */
  readonly checks?: readonly string[];
  /** From the first preparation to the end of the last profile. */
  readonly seconds?: number;
}

export interface RowRun {
  readonly result: Result;
  /** Markdown lines for the row's section. */
  readonly notes: readonly string[];
}

/** Measures limit, figure, limit, figure …, checks what was done, and says where the time goes when the goal is missed. */
export async function runRow(row: Row, bench: Bench): Promise<RowRun> {
  const begun = performance.now();
  const contest = await row.prepare(bench);
  try {
    const pairs = await measured(contest, bench, row);
    const checks = await contest.check();
    bench.report(`${row.id}: checked: ${checks.join(', ') || 'nothing to check'}`);
    const judged = resultOf(row, pairs, bench.options.commit);
    const profiles = judged.met === false || bench.options.profile ? await profilesOf(contest) : [];
    const seconds = Math.round((performance.now() - begun) / 1000);
    const result = { ...judged, spread: contest.spread?.() ?? judged.spread, repeats: pairs.length, checks, seconds };
    return { result, notes: [...disturbances(pairs), ...onceOf(row), ...(contest.notes?.() ?? []), ...profiles] };
  } finally {
    await contest.close();
  }
}

interface Pair {
  readonly limit: number | null;
  readonly figure: number;
  /** What part of the machine's CPU went to others meanwhile, where that was much. */
  readonly others: number;
}

async function measured(contest: Contest, bench: Bench, row: Row): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let repeat = 0; repeat < (row.once === undefined ? bench.options.repeats : 1); repeat++) {
    const { limit: measureLimit } = contest;
    const limited = measureLimit ? await undisturbed(bench, () => measureLimit()) : null;
    const { result: figure, others } = await undisturbed(bench, () => contest.figure());
    const limit = limited?.result ?? null;
    const divided = limit === null ? '' : ` of ${round(limit)} = ${round(figure / limit)}`;
    bench.report(`${row.id}: ${round(figure)} ${row.unit}${divided}`);
    pairs.push({ limit, figure, others: Math.max(others, limited?.others ?? 0) });
  }
  return pairs;
}

const onceOf = ({ once }: Row): string[] => (once === undefined ? [] : [`One repeat: ${once}.`, '']);

function disturbances(pairs: readonly Pair[]): string[] {
  const most = Math.max(...pairs.map(({ others }) => others));
  if (most === 0) return [];
  const disturbed = pairs.filter(({ others }) => others > 0).length;
  const share = Math.round(100 * most);
  return [`Others' processes took up to ${share} % of the machine in ${disturbed} of ${pairs.length} repeats.`, ''];
}

function resultOf({ id, goal, durability }: Row, pairs: readonly Pair[], commit: string): Result {
  const limits = pairs.flatMap(({ limit }) => limit ?? []);
  const judged = pairs.map(({ limit, figure }) => (limit === null ? figure : figure / limit));
  return {
    id,
    figure: round(median(pairs.map(({ figure }) => figure))),
    limit: limits.length > 0 ? round(median(limits)) : null,
    ratio: limits.length > 0 ? round(median(judged)) : null,
    goal: textOf(goal),
    met: isMet(goal, median(judged)),
    spread: [round(Math.min(...judged)), round(Math.max(...judged))],
    durability,
    commit,
    others: round(Math.max(...pairs.map(({ others }) => others))),
  };
}

async function profilesOf(contest: Contest): Promise<string[]> {
  const profiles = contest.profiles
    ? await contest.profiles()
    : [{ of: 'the measuring process', profile: await profileThisProcess(() => contest.figure()) }];
  return profiles.flatMap(({ of, profile }) => ['', `Where the time of ${of} goes:`, '', ...summarise(profile)]);
}

function isMet(goal: Goal, judged: number): boolean | null {
  if (goal === null) return null;
  return 'atLeast' in goal ? judged >= goal.atLeast : judged <= goal.atMost;
}

function textOf(goal: Goal): string {
  if (goal === null) return 'reported';
  if ('atMost' in goal) return `<= ${goal.atMost}`;
  return `>= ${goal.atLeast}${goal.aim === undefined ? '' : ` (aim ${goal.aim})`}`;
}

/** Four significant digits; whole numbers stay whole. */
export const round = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
