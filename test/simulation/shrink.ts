import { type Ending, interleave } from './interleaving.js';
import { type Plan, planWith } from './plan/plan.js';

export interface Shrunk {
  readonly plan: Plan;
  readonly ending: Ending;
}

/**
 * Leaves out what the breach does not need: halves of the plan's steps first, then smaller and smaller parts, as long as the
 * same law is broken. What is left need not be the least, but reads well.
 * @param most interleavings to try
 */
export async function shrink(plan: Plan, law: string, most = 300): Promise<Shrunk | null> {
  let best: Shrunk | null = await attempt(plan, law);
  let tried = 1;
  for (let part = plan.steps.length >> 1; best && part >= 1 && tried < most; part >>= 1) {
    for (let from = 0; from < best.plan.steps.length && tried < most; tried++) {
      const left = best.plan.steps.toSpliced(from, part).map(({ id }) => id);
      const smaller: Shrunk | null = await attempt(planWith(plan, new Set(left)), law);
      if (smaller) best = smaller;
      else from += part;
    }
  }
  return best;
}

async function attempt(plan: Plan, law: string): Promise<Shrunk | null> {
  const ending = await interleave(plan);
  return ending.breach?.law === law ? { plan, ending } : null;
}
