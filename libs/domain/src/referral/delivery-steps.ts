import { type DeliveryStep, DELIVERY_STEPS, type EventData } from '#libs/contracts';
import { UnknownEventError } from '#libs/kernel';

/** A step that can be reached; the order of the list is that of the way. `ACCEPTED` is the submission itself. */
export type ReachedStep = Exclude<DeliveryStep, 'UNKNOWN'>;

/**
 * How far a leg got on its way to a receiver of which nothing was heard yet (features A8, A9). It only ever goes on: each step shows
 * the earlier ones. Times are in ms since 1970, UTC.
 */
export interface Delivery {
  /** Version of the rules of the escalation that set its times. */
  readonly rules: number;
  /** When the leg was submitted: what the times are counted from. */
  readonly from: number;
  /** The last step that was reached; absent: the bus accepted it, and no more is known. */
  readonly step?: ReachedStep;
  /** When the receiver could read it, at the latest. */
  readonly available?: number;
  /** Steps that were said not to be reached in time. */
  readonly missed?: readonly ReachedStep[];
}

/** 1 for the first step, 0 before it. */
export const rankOf = (step: ReachedStep | undefined): number =>
  step === undefined ? 0 : DELIVERY_STEPS.indexOf(step) + 1;

/** What was not reached yet, in order. */
export const stepsAhead = ({ step }: Delivery): readonly ReachedStep[] => DELIVERY_STEPS.slice(rankOf(step));

/** @throws UnknownEventError for a step of later */
export function delivered(state: Delivery, { steps }: EventData<'EvidenceAdvanced'>): Delivery {
  return steps.reduce((before, { step, at }) => {
    if (step === 'UNKNOWN') throw new UnknownEventError('EvidenceAdvanced of a step of later');
    if (at !== null) return reached(before, step, at);
    return before.missed?.includes(step) ? before : inOrder({ ...before, missed: [...(before.missed ?? []), step] });
  }, state);
}

/** Nothing is taken back: an older step changes nothing. */
function reached(state: Delivery, step: ReachedStep, at: number): Delivery {
  if (rankOf(step) <= rankOf(state.step)) return state;
  const { available = step === 'RELAYED' ? undefined : at } = state;
  return inOrder({ ...state, step, ...(available !== undefined && { available }) });
}

/** One spelling, without what is absent. */
function inOrder({ rules, from, step, available, missed }: Delivery): Delivery {
  return {
    rules,
    from,
    ...(step && { step }),
    ...(available !== undefined && { available }),
    ...(missed && { missed }),
  };
}
