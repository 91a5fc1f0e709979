import type { Bench } from './bench.js';

/** The bound of a ratio, or of the figure itself where there is no limit. `aim`: what would be better still. */
export type Goal =
  | { readonly atLeast: number; readonly aim?: number }
  | { readonly atMost: number }
  /** Reported only. */
  | null;

/** One line of the table: a figure, and where there is one the limit that it is divided by, both measured in the same run. */
export interface Row {
  /** `<what is measured>.<name>`, for ever: the key of docs/benchmarks.json. */
  readonly id: string;
  /** What is measured, and under which load. */
  readonly title: string;
  /** What it is divided by; null for what is reported as it is. */
  readonly limit: string | null;
  readonly unit: string;
  readonly goal: Goal;
  /** What a figure's answers are worth: which disk or broker had the data when they left. */
  readonly durability: string;
  /** Why it is measured once, whatever is asked for: only where a repeat cannot fit into the time of its group. */
  readonly once?: string;
  prepare(bench: Bench): Promise<Contest>;
}

/** Both sides of a row, ready to be measured again and again. */
export interface Contest {
  /** Left out where the row has no limit. */
  readonly limit?: () => Promise<number>;
  readonly figure: () => Promise<number>;
  /** After the last repeat. @returns what was checked: ids of `bus verify`, else in words @throws CheckFailed: then the row has no figure. */
  check(): Promise<readonly string[]>;
  /** Where one repeat holds several figures: the lowest and the highest of them. */
  spread?(): readonly [number, number];
  /** The figure once more under the profiler, for a row that misses its goal. This process unless told otherwise. */
  profiles?(): Promise<readonly NamedProfile[]>;
  /** Lines that belong beside the figure: CPU per event, sizes, what else was seen. */
  notes?(): readonly string[];
  close(): Promise<void>;
}

/** What `--cpu-prof` and the inspector write. Times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly CpuProfileNode[];
  readonly startTime: number;
  readonly endTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface CpuProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

export interface NamedProfile {
  /** Which process, such as `referrals`. */
  readonly of: string;
  readonly profile: CpuProfile;
}

/** What a run did is not what it promised: its figure is worth nothing. */
export class CheckFailed extends Error {
  constructor(readonly findings: readonly string[]) {
    super(`checks failed: ${findings.slice(0, 5).join('; ')}`);
    this.name = 'CheckFailed';
  }
}
