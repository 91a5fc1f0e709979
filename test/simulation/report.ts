import type { Breach } from './world/world.js';
import { interleave } from './interleaving.js';
import { planOf } from './plan/plan.js';
import { shrink } from './shrink.js';

/** Lines of a story that are shown where it is not asked for whole. */
const LAST_LINES = 60;

/** One command that repeats a seed. @param only numbers of the steps that are left in its plan; all when absent */
function commandOf(seed: number, only?: readonly number[]): string {
  const steps = only ? ` --only ${only.length > 0 ? only.join() : 'none'}` : '';
  return `npm run simulation -- --seed ${seed} --runs 1${steps}`;
}

/** Tells a breach with as few steps as it can be told with, and how to repeat it. */
export async function describeBreach(seed: number, { law, detail }: Breach): Promise<string> {
  const shrunk = await shrink(planOf(seed), law);
  if (!shrunk) return `seed ${seed}: ${law}, which does not come again: ${detail}`;
  const { plan, ending } = shrunk;
  const story: string[] = [];
  await interleave(plan, story);
  return [
    `seed ${seed}: ${law}`,
    `  ${ending.breach?.detail ?? detail}`,
    `  ${plan.steps.length} of ${planOf(seed).steps.length} planned steps are enough; the last of ${story.length} lines:`,
    ...story.slice(-LAST_LINES).map((line) => `  ${line}`),
    `repeat: ${commandOf(
      seed,
      plan.steps.map(({ id }) => id),
    )}`,
    `whole:  ${commandOf(seed)}`,
  ].join('\n');
}
