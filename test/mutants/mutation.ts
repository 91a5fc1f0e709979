import type { CheckId } from '#libs/verification';
import type { Patch } from './patch.js';
import type { ScenarioName } from './scenarios/index.js';

/** A planted bug: a small, plausible mistake that breaks one rule of the bus. */
export interface Mutation {
  readonly name: string;
  /** The rule that it breaks, in one sentence. */
  readonly breaks: string;
  readonly patches: readonly Patch[];
  /** The load and the faults under which it shows. */
  readonly scenario: ScenarioName;
  /** The checks that are there to see it: one of them must. */
  readonly caughtBy: readonly CheckId[];
}
