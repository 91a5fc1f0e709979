import { atAnyTime } from './at-any-time.js';
import { escalationMoves } from './escalation.js';
import { inWork } from './in-work.js';
import type { Move } from './move.js';
import { untilDecided } from './until-decided.js';

/** Every command that an agency may say of an existing leg, in the order of a case's life: a row each. */
export const moves: readonly Move[] = [...untilDecided, ...inWork, ...atAnyTime];

/** Every command, under the path of its family. */
export const movesByFamily = { referrals: moves, escalations: escalationMoves } as const satisfies Readonly<
  Record<string, readonly Move[]>
>;
export type MoveFamily = keyof typeof movesByFamily;

/** Where each command is said of a referral. */
export const pathsOf = (id: string): string[] =>
  Object.entries(movesByFamily).flatMap(([family, rows]) => rows.map(({ route }) => `/v1/${family}/${id}/${route}`));
