import { UnknownEventError } from '#libs/kernel';
import type { Accepted } from '#libs/kernel';
import type { BusEvent, Meta, Priority } from '#libs/contracts';
import { drivingGrade, escalation } from '../escalation/escalation.js';
import type { Escalation, EscalationEvent } from '../escalation/escalation.js';
import { isRulesEvent } from '../rules/rules-evolve.js';
import { isMembershipEvent } from '../membership/evolve.js';
import { clocksOf } from '../referral/clocks.js';
import type { ReferralCommand } from '../referral/commands.js';
import type { ReferralEvent } from '../referral/evolve.js';
import { referral } from '../referral/referral.js';
import { firstRulebook } from '../referral/rules.js';
import type { Rulebook } from '../referral/rules.js';
import { actedBy, upcastReferral } from '../referral/state.js';
import type { Referral, ReferralV1 } from '../referral/state.js';

/** A referral leg with its families, which live under one lane lock, so rules across families hold without races. */
export interface Leg {
  /** Belongs to an exercise from its first event on: never real work, counts or statistics. */
  readonly synthetic: boolean;
  readonly referral: Referral;
  readonly escalation: Escalation;
}

export type LegCommand = ReferralCommand;
export type LegEvent = ReferralEvent | EscalationEvent;

/** When a leg next needs the bus's clock, in ms since 1970, UTC, and the level that drives it: the urgent are served first. */
export interface Due {
  readonly at: number;
  readonly level: Priority;
}

/** What folding needs of an event's place in the log. */
export function acceptedOf({ acceptedAt, eventId, actor, synthetic }: Meta): Accepted {
  return { at: acceptedAt, eventId, person: actor.person, synthetic };
}

/** Version of the state's stored form. A reader that meets a later one must not decide on it. */
const LEG_STATE_VERSION = 2;

type LegV1 = Omit<Leg, 'referral'> & { readonly referral: ReferralV1 };

export const leg = {
  version: LEG_STATE_VERSION,

  /** How a stored form of an earlier version becomes the next one, by that version. */
  upcasts: {
    1: (state: unknown): Leg => {
      const earlier = state as LegV1;
      return { ...earlier, referral: upcastReferral(earlier.referral) };
    },
  },

  initialState: (): Leg => ({
    synthetic: false,
    referral: referral.initialState(),
    escalation: escalation.initialState(),
  }),

  /**
   * @param rulebook the rules by version and date, where others than the first are known
   * @throws DomainError to refuse; TransientError RULES_UNKNOWN
   */
  decide: (command: LegCommand, state: Leg, rulebook: Rulebook = firstRulebook): LegEvent[] => {
    const related = { priority: drivingGrade(state.escalation), rulebook };
    const events = referral.decide(command, state.referral, related);
    if (!('priority' in command) || events.length === 0) return events;
    // A submission states its priority in the same breath, so two topics share a lane from the first event on.
    const { meta, priority, data } = command;
    const submitted = events.find((event) => event.type === 'ReferralSubmitted');
    const by = (submitted?.data ?? data).from.agency;
    const graded = escalation.decide(
      { type: 'SetPriority', meta, data: { ...priority, by } },
      state.escalation,
      undefined,
    );
    return submitted ? [...events, ...graded] : events;
  },

  /** @throws UnknownEventError for an event of a family that this build does not know. */
  evolve: (state: Leg, event: BusEvent, accepted: Accepted): Leg => {
    switch (event.type) {
      case 'PrioritySet':
        return {
          ...state,
          referral: actedBy(event.data.by, state.referral, accepted.at),
          escalation: escalation.evolve(state.escalation, event, accepted),
        };
      case 'CommandRefused':
        throw new UnknownEventError(event.type);
      default:
        if (isMembershipEvent(event) || isRulesEvent(event)) throw new UnknownEventError(event.type);
        return {
          ...state,
          synthetic: state.synthetic || accepted.synthetic,
          referral: referral.evolve(state.referral, event, accepted),
        };
    }
  },

  /**
   * When the bus's clock has to look at the leg next; null while nothing runs. A function of the state, so that it can be asked
   * again after every event, and so that a clock that comes early or twice finds nothing to say.
   * @throws TransientError RULES_UNKNOWN
   */
  due: ({ referral: state, escalation: graded }: Leg, rulebook: Rulebook = firstRulebook): Due | null => {
    const level = drivingGrade(graded)?.level ?? null;
    const { expiry } = clocksOf(state, level, rulebook);
    return expiry && level ? { at: expiry.dueAt, level } : null;
  },

  /** What later events of the leg inherit. */
  isSynthetic: (state: Leg): boolean => state.synthetic,
};
