import type { Breach } from './world/world.js';
import { interleave } from './interleaving.js';
import { planOf, planWith } from './plan.js';
import { shrink } from './shrink.js';

/** Lines of a story that are shown where it is not asked for whole. */
const LAST_LINES = 60;

export interface Asked {
  readonly seed: number;
  /** Numbers of the steps that are left in the plan; all when absent. */
  readonly only?: ReadonlySet<number>;
}

/** One command that repeats this. */
function commandOf({ seed, only }: Asked): string {
  const steps = only ? ` --only ${only.size > 0 ? [...only].join() : 'none'}` : '';
  return `npm run simulation -- --seed ${seed} --runs 1${steps}`;
}

/** Tells a breach with as few steps as it can be told with, and how to repeat it. */
export async function describeBreach(seed: number, { law, detail }: Breach): Promise<string> {
  const shrunk = await shrink(planOf(seed), law);
  if (!shrunk) return `seed ${seed}: ${law}, which does not come again: ${detail}`;
  const { plan, ending } = shrunk;
  const asked = { seed, only: new Set(plan.steps.map(({ id }) => id)) };
  const story = await storyOf(asked);
  return [
    `seed ${seed}: ${law}`,
    `  ${ending.breach?.detail ?? detail}`,
    `  ${plan.steps.length} of ${planOf(seed).steps.length} planned steps are enough; the last of ${story.length} lines:`,
    ...story.slice(-LAST_LINES).map((line) => `  ${line}`),
    `repeat: ${commandOf(asked)}`,
    `whole:  ${commandOf({ seed })}`,
  ].join('\n');
}

/** Everything that happens in a run, a line each. */
export async function storyOf({ seed, only }: Asked): Promise<string[]> {
  const story: string[] = [];
  const plan = planOf(seed);
  await interleave(only ? planWith(plan, only) : plan, story);
  return story;
}
