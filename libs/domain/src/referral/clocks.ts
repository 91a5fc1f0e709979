import type { Priority } from '#libs/contracts';
import { admit } from './admission.js';
import type { ExpireReferral } from './commands.js';
import type { ReferralWord } from './judged.js';
import type { ReferralRelated } from './related.js';
import { DAY_MS } from './rules.js';
import type { Rulebook } from './rules.js';
import type { Referral, Submitted, Unsubmitted } from './state.js';
import type { SubmittedStatus } from './transitions/transition.js';
import { transitions } from './transitions/transitions.js';

/** Times of a leg, in ms since 1970, UTC; null where none runs. */
export interface ReferralClocks {
  /** The sender is warned at half of the time (vocabulary 2.3). */
  readonly expiry: { readonly warnAt: number; readonly dueAt: number } | null;
  /** From when on the sender may close for silence. */
  readonly closableFrom: number | null;
  /** When resting work is to be looked at again; the status clock pauses until then. */
  readonly reviewAt: number | null;
}

/** What its times follow from. */
type Timed = Pick<Submitted, 'status' | 'acted' | 'rules' | 'hold'>;

/** What the bus's clock has to do for a leg. A function of the state, so that it can be asked again after every event. */
export function clocksOf(state: Unsubmitted | Timed, level: Priority | null, rulebook: Rulebook): ReferralClocks {
  if (state.status === 'NONE') return { expiry: null, closableFrom: null, reviewAt: null };
  return {
    expiry: expiryOf(state, level, rulebook),
    closableFrom: state.status === 'OUTCOME_REPORTED' ? closableFrom(state, rulebook) : null,
    reviewAt: state.hold?.reviewAt ?? null,
  };
}

/** The due time is judged by the state and not by the clock that came: too early, too late or for P1 and P2 it says nothing. */
export function expire(
  command: ExpireReferral,
  state: Referral,
  { priority, rulebook }: ReferralRelated,
): ReferralWord[] {
  const admitted = admit(command, state);
  const expiry = admitted && expiryOf(admitted.state, priority?.level ?? null, rulebook);
  if (!expiry || !priority || command.meta.now < expiry.dueAt) return [];
  const data = { priority: priority.level, silentSince: admitted.state.acted, dueAt: expiry.dueAt };
  return [{ type: 'ReferralExpired', data }];
}

export function closableFrom({ acted, rules }: Timed, rulebook: Rulebook): number {
  return acted + rulebook.version(rules).silenceDays * DAY_MS;
}

const expiring: readonly SubmittedStatus[] = transitions.ExpireReferral.moves[0].from;

function expiryOf(state: Timed, level: Priority | null, rulebook: Rulebook): ReferralClocks['expiry'] {
  const days = level === null ? undefined : rulebook.version(state.rules).expiryDays[level];
  if (days === undefined || !expiring.includes(state.status)) return null;
  const span = days * DAY_MS;
  return { warnAt: state.acted + span / 2, dueAt: state.acted + span };
}
