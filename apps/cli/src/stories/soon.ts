import type { Delays } from './delays.js';

/** Within a second: half of all, so that one stall of a machine that does much else decides nothing. */
const AT_ONCE_MS = 1_000;
/** Of no single one more. */
const LONGEST_MS = 10_000;

/** What was waited for was there at once. */
export const areAtOnce = (delays: Delays): boolean => delays.at(0.5) <= AT_ONCE_MS && delays.at(1) <= LONGEST_MS;

/** Nineteen of twenty. */
export const MOST_OF_THEM = 0.95;
/** Nobody notices what takes three times as long as before, or two seconds. */
const TIMES_AS_LONG = 3;
const UNNOTICED_MS = 2_000;

/** Whoever waits for it notices nothing of what goes on beside it. @param quiet how long it took before */
export const isUnnoticed = (quiet: Delays, busy: Delays): boolean =>
  busy.at(MOST_OF_THEM) <= Math.max(TIMES_AS_LONG * quiet.at(MOST_OF_THEM), UNNOTICED_MS);
