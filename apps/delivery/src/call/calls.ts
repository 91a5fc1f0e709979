import { topics } from '#libs/contracts';
import type { Consumer } from '#libs/projections';

/** The consumer that hears whom somebody must reach: P1 that nobody acknowledged, and each step of the ladder. */
export const calls: Consumer = { name: 'calls', version: 1, topics: [topics.referral, topics.escalation] };
