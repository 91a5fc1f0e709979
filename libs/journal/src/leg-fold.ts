import { leg, type Leg, type Rulebook } from '#libs/domain';
import type { Fold } from './command.js';

/** Legs as a process decides on them that follows the rules: when one is due, the rules of this moment say. */
export const legFold = (rulebook: () => Rulebook): Fold<Leg> => ({
  ...leg,
  due: (state) => leg.due(state, rulebook()),
});
