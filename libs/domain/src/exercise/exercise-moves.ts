import type { Exercise } from './state.js';

interface Move {
  /** NONE: no exercise of that code was started. */
  readonly from: readonly (Exercise['status'] | 'NONE')[];
  readonly to: Exercise['status'] | 'STAYS';
}

/** What an exercise goes through, and what may be said in it when (vocabulary 9). */
export const exerciseMoves = {
  ExerciseStarted: { from: ['NONE'], to: 'RUNNING' },
  ReferralSubmitted: { from: ['RUNNING'], to: 'STAYS' },
  ChangeProposed: { from: ['RUNNING'], to: 'STAYS' },
  ChangeCommented: { from: ['RUNNING'], to: 'STAYS' },
  ChangeApproved: { from: ['RUNNING'], to: 'STAYS' },
  // what was begun in it can be put away afterwards
  ChangeDeclined: { from: ['RUNNING', 'ENDED'], to: 'STAYS' },
  ChangeWithdrawn: { from: ['RUNNING', 'ENDED'], to: 'STAYS' },
  LessonRecorded: { from: ['RUNNING', 'ENDED'], to: 'STAYS' },
  ExerciseEnded: { from: ['RUNNING'], to: 'ENDED' },
} as const satisfies Record<string, Move>;

export function allows(move: keyof typeof exerciseMoves, { status }: Exercise): boolean {
  const from: readonly string[] = exerciseMoves[move].from;
  return from.includes(status);
}
