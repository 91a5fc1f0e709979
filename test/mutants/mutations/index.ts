import type { Mutation } from '../mutation.js';
import { feedMutations, policyMutations, trailMutations, viewMutations } from './apps.js';
import { eventLogMutations } from './event-log.js';
import { journalMutations } from './journal.js';
import { projectionMutations } from './projections.js';
import { referralsMutations } from './referrals.js';
import { relayMutations } from './relay.js';

/** Every planted bug, from the door to the trail. */
export const mutations: readonly Mutation[] = [
  ...referralsMutations,
  ...journalMutations,
  ...policyMutations,
  ...relayMutations,
  ...eventLogMutations,
  ...projectionMutations,
  ...viewMutations,
  ...feedMutations,
  ...trailMutations,
];
