import type { CheckId, FindingKind } from '#libs/verification';
import type { ScenarioName } from './scenarios/index.js';

/** A change to a compiled program: this text, which stands there once, becomes that one. */
export interface Patch {
  /** In the build, such as `libs/journal/src/batch.js`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

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

/** A finding by its check and kind. */
export interface Sign {
  readonly check: CheckId;
  readonly kind: FindingKind;
}
