import { membership, MEMBERSHIP_STREAM } from '#libs/domain';
import type { Fold } from './command.js';

/** Streams beside the legs that have a state of their own, by key. All other streams are records without a state. */
export const streamFolds: ReadonlyMap<string, Fold<unknown>> = new Map([[MEMBERSHIP_STREAM, membership]]);
