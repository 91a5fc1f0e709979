import type { Run } from './run-row.js';

export type Outcome = 'held' | 'failed' | 'not injected';

/** What is broken is broken under whatever fault; that something held counts only where its fault came. */
export function outcomeOf({ failures, missed }: Pick<Run, 'failures' | 'missed'>): Outcome {
  if (failures.length > 0) return 'failed';
  return missed.length > 0 ? 'not injected' : 'held';
}
