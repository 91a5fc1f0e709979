import type { OnwardObstacle } from '#libs/contracts';
import type { Graded } from '../escalation/state.js';
import type { Membership } from '../membership/state.js';
import type { Rulebook } from './rules.js';

/** What a rule of the referral needs beside its state. */
export interface ReferralRelated {
  /** What drives the leg, from its escalation under the same lock; null while nothing is set. */
  readonly priority: Graded | null;
  readonly rulebook: Rulebook;
  /** Who takes part: the contacts of countries, where a case is not let go on, and where they are to consult. */
  readonly members: Membership;
  /** Of what they were told already. */
  readonly stuck: readonly OnwardObstacle[];
}
