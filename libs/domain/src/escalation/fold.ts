import type { Duty, EventData, Outcome } from '#libs/contracts';
import type { Accepted } from '#libs/kernel';
import type { ReferralEvent } from '../referral/evolve.js';
import type { SubmittedStatus } from '../referral/transitions/transition.js';
import { type EscalationFact, evolve, isEscalationFact, rearmed, revived } from './evolve.js';
import { type Escalation, inOrder } from './state.js';

/** An event of the referral as far as clocks and ladder hear it. */
type ReferralFact =
  | { readonly type: 'ReferralSubmitted'; readonly data: Pick<EventData<'ReferralSubmitted'>, 'to'> }
  | { readonly type: 'ForwardReturned'; readonly data: Pick<EventData<'ForwardReturned'>, 'offer'> }
  | {
      readonly type: 'OutcomeReported';
      readonly data: { readonly outcomes: readonly { readonly outcome: Outcome }[] };
    }
  | {
      readonly type: Exclude<ReferralEvent['type'], 'ReferralSubmitted' | 'ForwardReturned' | 'OutcomeReported'>;
      readonly data: object;
    };

/** What clocks and ladder need of any event of their leg: a view that keeps no more than this folds to the same state. */
export interface LegFact {
  readonly event: EscalationFact | ReferralFact;
  /** The agency whose act it is; null for the bus's own. */
  readonly speaker: string | null;
  /** Where it brought the referral; null where that stayed. */
  readonly arrival: SubmittedStatus | null;
}

const review: ReadonlySet<Duty> = new Set<Duty>(['REVIEW']);

/**
 * Clocks and ladder after an event of their leg. Of a leg without rules of the escalation only warnings are known.
 * @param receiver who has the leg; null before its submission
 */
export function escalationAfter(
  before: Escalation,
  { event, speaker, arrival }: LegFact,
  receiver: string | null,
  accepted: Accepted,
): Escalation {
  const acts = receiver !== null && speaker === receiver;
  if (isEscalationFact(event)) {
    const after = evolve(before, event, accepted);
    return acts ? rearmed(after) : after;
  }
  if (event.type === 'ReferralSubmitted') return inOrder({ ...before, to: roleOf(event.data) });
  if (receiver === null) return before;
  const acted = acts ? rearmed(before) : before;
  const arrived = arrival === null ? acted : rearmed(acted, review);
  if (beginsAnew(event)) return revived(arrived, accepted.at);
  const located = event.type === 'OutcomeReported' && arrived.rules !== undefined && isLocated(event.data);
  return located ? inOrder({ ...arrived, located }) : arrived;
}

/** Whether an ended leg comes back to life: what was owed before is owed no more, and its times are counted from here on. */
export function beginsAnew(event: LegFact['event']): boolean {
  return event.type === 'ReferralReopened' || (event.type === 'ForwardReturned' && !event.data.offer);
}

const roleOf = ({ to: { role, country } }: Pick<EventData<'ReferralSubmitted'>, 'to'>) => ({ role, country });

const isLocated = ({ outcomes }: Extract<ReferralFact, { type: 'OutcomeReported' }>['data']): boolean =>
  outcomes.some(({ outcome }) => outcome === 'CHILD_SAFEGUARDED' || outcome === 'CHILD_LOCATED_ABROAD');
