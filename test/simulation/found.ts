import type { Plan } from './plan/plan.js';

/** A plan under which the bus once broke a law, and what it was. */
export interface FoundPlan {
  readonly what: string;
  readonly plan: Plan;
}

/**
 * Kept as plans, not as seeds: what a seed plans changes with the planner. Empty: what was found while the simulation itself
 * was written was mended at once and is told in the history ("Found by the simulation"), and nothing has been found since.
 */
export const foundPlans: readonly FoundPlan[] = [];
