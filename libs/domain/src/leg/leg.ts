import { UnknownEventError } from '#libs/kernel';
import type { BusEvent } from '#libs/contracts';
import { drivingPriority, escalation } from '../escalation/escalation.js';
import type { Escalation, EscalationEvent, Graded } from '../escalation/escalation.js';
import { referral } from '../referral/referral.js';
import type { Referral, ReferralCommand, ReferralEvent, SubmitReferral } from '../referral/referral.js';

/** A referral leg with its families, which live under one lane lock, so rules across families hold without races. */
export interface Leg {
  /** Belongs to an exercise from its submission on: never real work, counts or statistics. */
  readonly synthetic: boolean;
  readonly referral: Referral;
  readonly escalation: Escalation;
}

/** A submission states its priority in the same breath, so two topics share a lane from the first event on. */
export type SubmitLeg = {
  readonly type: 'SubmitReferral';
  readonly meta: SubmitReferral['meta'];
  readonly data: SubmitReferral['data'];
  readonly priority: Graded;
};
export type LegCommand = SubmitLeg | Exclude<ReferralCommand, SubmitReferral>;
export type LegEvent = ReferralEvent | EscalationEvent;

/** What the log says of an event's acceptance: time in ms, and whether it belongs to an exercise. */
export interface Accepted {
  readonly at: number;
  readonly synthetic: boolean;
}

/** Version of the state's stored form. A reader that meets another one must not decide on it. */
const LEG_STATE_VERSION = 1;

export const leg = {
  version: LEG_STATE_VERSION,

  initialState: (): Leg => ({
    synthetic: false,
    referral: referral.initialState(),
    escalation: escalation.initialState(),
  }),

  decide: (command: LegCommand, state: Leg): LegEvent[] => {
    const related = { priority: drivingPriority(state.escalation) };
    if (command.type !== 'SubmitReferral') return referral.decide(command, state.referral, related);
    const { meta, data, priority } = command;
    return [
      ...referral.decide({ type: 'SubmitReferral', meta, data }, state.referral, related),
      ...escalation.decide({ type: 'SetPriority', meta, data: priority }, state.escalation, undefined),
    ];
  },

  /** @throws UnknownEventError for an event of a family that this build does not know. */
  evolve: (state: Leg, event: BusEvent, { at, synthetic }: Accepted): Leg => {
    switch (event.type) {
      case 'PrioritySet':
        return { ...state, escalation: escalation.evolve(state.escalation, event, at) };
      case 'ReferralSubmitted':
        return { ...state, synthetic, referral: referral.evolve(state.referral, event, at) };
      case 'CommandRefused':
        throw new UnknownEventError(event.type);
      default:
        return { ...state, referral: referral.evolve(state.referral, event, at) };
    }
  },

  /** What later events of the leg inherit. */
  isSynthetic: (state: Leg): boolean => state.synthetic,
};
