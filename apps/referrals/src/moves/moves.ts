import { atAnyTime } from './at-any-time.js';
import { inWork } from './in-work.js';
import type { Move } from './move.js';
import { untilDecided } from './until-decided.js';

/** Every command that an agency may say of an existing leg, in the order of a case's life: a row each. */
export const moves: readonly Move[] = [...untilDecided, ...inWork, ...atAnyTime];
