import { type Said, UNSTORABLE } from './bus/commands.js';
import { UNSHOWABLE } from './bus/reader.js';
import { type FaultStep, faultsOf } from './plan-faults.js';
import { type Kind, lateOnes, type Members, membersOf } from './plan-members.js';
import { Chance } from './world/chance.js';
import type { Weather } from './world/world.js';

/** What an agency does. */
export interface CommandStep {
  readonly do: 'say';
  readonly what: Said['what'];
  /** Which referral of the run. */
  readonly leg: number;
  readonly lane: number;
  /** Number of the idempotency key: two steps with one number say the same again. */
  readonly key: number;
  /** Another request under the same key. */
  readonly otherRequest: boolean;
  readonly reference: string | null;
}

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
  const lanes = chance.one([1, 1, 2, 3]);
  const members = membersOf(chance);
  const span = chance.between(500, 4_000);
  const commands = commandsOf(chance, lanes, span);
  const faults = faultsOf(chance, members, lanes, span);
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

type Timed<S> = S & { readonly at: number };

function commandsOf(chance: Chance, lanes: number, span: number): Timed<CommandStep>[] {
  const steps: Timed<CommandStep>[] = [];
  const legs = 2 + chance.below(6);
  const said: CommandStep[] = [];
  for (let leg = 0; leg < legs; leg++) {
    const lane = chance.below(lanes);
    const begins = chance.between(0, span * 0.7);
    const moves = Array.from({ length: chance.below(4) }, () =>
      chance.one(['receive', 'acknowledge', 'accept', 'reject', 'receive', 'acknowledge'] as const),
    );
    const words = ['submit' as const, ...moves];
    words.forEach((what, index) => {
      const reference = what === 'submit' ? chance.one([null, null, null, UNSHOWABLE, UNSTORABLE]) : null;
      const step = { do: 'say', what, leg, lane, key: said.length, otherRequest: false, reference } as const;
      said.push(step);
      steps.push({ ...step, at: begins + index * chance.between(0, span / 8) });
    });
  }
  for (let again = chance.below(5); again > 0; again--) {
    const step = chance.one(said);
    steps.push({ ...step, otherRequest: chance.happens(0.2), at: chance.between(0, span) });
  }
  return steps;
}
