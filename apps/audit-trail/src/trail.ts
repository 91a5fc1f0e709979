import { TOPICS_IN_USE } from '#libs/contracts';
import { type Consumer, schemaOf } from '#libs/projections';

/** The consumer behind the trail. It reads every topic that is written: a topic left out would be a hole in every tree. */
export const trail: Consumer = { name: 'audit_trail', version: 1, topics: TOPICS_IN_USE };

export const TRAIL_SCHEMA = schemaOf(trail);
