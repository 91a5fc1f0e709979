import { membership, MEMBERSHIP_STREAM, rules, RULES_STREAM } from '#libs/domain';
import type { Fold } from './command.js';

/** Streams beside the legs that have a state of their own, by key. All other streams are records without a state. */
export const streamFolds: ReadonlyMap<string, Fold<unknown>> = new Map<string, Fold<unknown>>([
  [MEMBERSHIP_STREAM, membership],
  [RULES_STREAM, rules],
]);
