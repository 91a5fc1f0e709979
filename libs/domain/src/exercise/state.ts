import type { LessonFinding } from '#libs/contracts';

/** A drill on production rules: what is submitted into it is synthetic from its first event on (vocabulary 9). */
export interface Exercise {
  readonly status: 'RUNNING' | 'ENDED';
  /** Since when it has the status. ms since 1970, UTC, as all times here. */
  readonly since: number;
  readonly name: string;
  /** Codes of agencies. */
  readonly participants: readonly string[];
  readonly plannedEnd: number | null;
}

/** By code. An ended one stays, so that its code is never used again. */
export type Exercises = Readonly<Record<string, Exercise>>;

/** What was learnt of rules. `exercise` null: practice taught it. */
export interface Lesson {
  readonly exercise: string | null;
  readonly ruleIds: readonly string[];
  readonly finding: LessonFinding;
  readonly text: string;
  /** Id of the change proposal that follows from it. */
  readonly change: string | null;
  readonly at: number;
}

/** Oldest first. */
export interface Training {
  readonly exercises: Exercises;
  readonly lessons: readonly Lesson[];
}

/** Before there was any. */
export const untrained: Training = { exercises: {}, lessons: [] };
