import { topics } from '#libs/contracts';
import { type Consumer, schemaOf } from '#libs/projections';

/** The consumer behind what the bus does by itself when a case goes on. */
export const policies: Consumer = { name: 'policies', version: 1, topics: [topics.referral] };

export const POLICIES_SCHEMA = schemaOf(policies);
