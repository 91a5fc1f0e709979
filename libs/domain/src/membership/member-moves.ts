import type { MemberStatus, OpenChange } from './state.js';

interface Move {
  /** NONE: the bus has not heard of the agency. */
  readonly from: readonly (MemberStatus | 'NONE')[];
  readonly to: MemberStatus;
}

/**
 * What moves an agency's standing (features F1). A proposal moves it only once: of whom the bus knows already it waits beside
 * the standing, and what is admitted then takes its place.
 */
export const memberMoves = {
  MemberProposed: { from: ['NONE'], to: 'PROPOSED' },
  MemberAdmitted: { from: ['PROPOSED', 'SUSPENDED', 'LEFT'], to: 'ADMITTED' },
  MemberSuspended: { from: ['ADMITTED'], to: 'SUSPENDED' },
  MemberLeft: { from: ['ADMITTED', 'SUSPENDED'], to: 'LEFT' },
} as const satisfies Record<string, Move>;

/** By what a change comes true. */
export const ENDINGS = { SUSPENSION: 'MemberSuspended', DEPARTURE: 'MemberLeft' } as const;

/** Whether a change can come true of an agency of this standing. */
export function canBeOf(status: MemberStatus, kind: OpenChange['kind']): boolean {
  const from: readonly MemberStatus[] = memberMoves[ENDINGS[kind]].from;
  return from.includes(status);
}
