import { Chance } from '../world/chance.js';
import type { Weather } from '../world/world.js';
import { type CommandStep, commandsOf } from './commands.js';
import { type FaultStep, faultsOf } from './faults.js';
import { LARGE, SMALL, SMALL_SHARE } from './size.js';
import { type Kind, lateOnes, type Members, membersOf } from './members.js';

export type Step = (CommandStep | FaultStep) & {
  /** Its number in the whole plan, by which `--only` names it. */
  readonly id: number;
  /** Milliseconds after the beginning. */
  readonly at: number;
};

/** Everything about a run that is decided before it. */
export interface Plan {
  readonly seed: number;
  readonly lanes: number;
  readonly members: Members;
  readonly late: readonly Kind[];
  /** Whether somebody has confirmed the journal beforehand; else nothing is accepted until a relay has compared it. */
  readonly confirmed: boolean;
  readonly weather: Weather;
  readonly routineLoops: number;
  readonly relayLoops: number;
  /** Events that a consumer applies in one transaction at the most. */
  readonly batch: number;
  readonly steps: readonly Step[];
  /** When the last fault is over. */
  readonly calmAt: number;
}

export function planOf(seed: number): Plan {
  const chance = new Chance(seed, 'plan');
  const size = chance.happens(SMALL_SHARE) ? SMALL : LARGE;
  const lanes = chance.one(size.lanes);
  const members = membersOf(chance, size);
  const span = chance.between(400, size.span);
  const commands = commandsOf(chance, size, lanes, span);
  const faults = faultsOf({ chance, members, lanes }, chance.one(size.faults), span);
  const steps = [...commands, ...faults].sort((a, b) => a.at - b.at).map((step, id) => ({ ...step, id }));
  return {
    seed,
    lanes,
    members,
    late: lateOnes(chance),
    confirmed: chance.happens(0.7),
    weather: {
      mean: chance.one([1, 5, 20]),
      slow: chance.one([100, 500, 2_000]),
      slowShare: chance.one([0, 0.02, 0.1]),
    },
    routineLoops: 1 + chance.below(2),
    relayLoops: 1 + chance.below(2),
    batch: chance.one([1, 3, 1_000]),
    steps,
    calmAt: span + 500,
  };
}

/** The plan with some of its steps only. */
export const planWith = (plan: Plan, ids: ReadonlySet<number>): Plan => ({
  ...plan,
  steps: plan.steps.filter(({ id }) => ids.has(id)),
});
