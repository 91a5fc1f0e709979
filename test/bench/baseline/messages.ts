import type { EventMeta } from './entities.js';
import type { LegEvent } from '#libs/domain';

/** One topic, keyed by the referral: its events keep their order. */
export const TOPIC = 'baseline.referral-events';
export const PARTITIONS = 16;

/** An event as it is published, as JSON. */
export type Message = LegEvent & { readonly referral: string; readonly meta: EventMeta };
