import type { Submitted } from './state.js';
import type { SubmittedStatus } from './transitions/transition.js';

const asked = { asked: undefined, hold: undefined } as const satisfies Partial<Submitted>;
const work = { ...asked, withdrawal: undefined } as const satisfies Partial<Submitted>;
const decision = {
  ...work,
  scope: undefined,
  reason: undefined,
  conditions: undefined,
  onward: undefined,
} as const satisfies Partial<Submitted>;

/** Parts of a leg's state that belong to a status and do not outlive it. */
export type StatusPart = keyof typeof decision;

/**
 * What of the state belongs to the status that is left when a leg arrives here, and does not outlive it; each undefined.
 * A request to have the referral back stands while work begins and rests; a leg that is to be decided anew has no decision.
 */
export function leftBehind(status: SubmittedStatus): { readonly [Part in StatusPart]?: undefined } {
  if (status === 'IN_PROGRESS' || status === 'ON_HOLD') return asked;
  return status === 'ACKNOWLEDGED' ? decision : work;
}
