import { UnknownEventError } from '#libs/kernel';
import type { Accepted } from '#libs/kernel';
import type { BusEvent, Meta, Priority } from '#libs/contracts';
import type { EscalationCommand } from '../escalation/commands.js';
import { decideEscalation, isEscalationCommand } from '../escalation/escalation.js';
import { isEscalationEvent } from '../escalation/evolve.js';
import type { EscalationEvent } from '../escalation/evolve.js';
import { escalationAfter } from '../escalation/fold.js';
import { nextMoment } from '../escalation/moments.js';
import { setFirst } from '../escalation/priority.js';
import { runClocks } from '../escalation/run-clocks.js';
import { drivingGrade } from '../escalation/state.js';
import type { Escalation } from '../escalation/state.js';
import { isRulesEvent } from '../rules/rules-evolve.js';
import { isMembershipEvent } from '../membership/evolve.js';
import { membership } from '../membership/membership.js';
import type { Membership } from '../membership/state.js';
import type { ReferralCommand } from '../referral/commands.js';
import { speakerOf } from '../referral/evolve.js';
import type { ReferralEvent } from '../referral/evolve.js';
import { referral } from '../referral/referral.js';
import { firstRulebook } from '../referral/rules.js';
import type { Rulebook } from '../referral/rules.js';
import { actedBy, upcastReferral } from '../referral/state.js';
import type { Referral, ReferralV1 } from '../referral/state.js';
import { requireCodesInUse } from './codes-in-use.js';
import { arrivalOf } from '../referral/transitions/transitions.js';

/** A referral leg with its families, which live under one lane lock, so rules across families hold without races. */
export interface Leg {
  /** Belongs to an exercise from its first event on: never real work, counts or statistics. */
  readonly synthetic: boolean;
  readonly referral: Referral;
  readonly escalation: Escalation;
}

export type LegCommand = ReferralCommand | EscalationCommand;
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
const LEG_STATE_VERSION = 7;

type LegV1 = Omit<Leg, 'referral'> & { readonly referral: ReferralV1 };

const nobody = membership.initialState();

export const leg = {
  version: LEG_STATE_VERSION,

  /** How a stored form of an earlier version becomes the next one, by that version. */
  upcasts: {
    1: (state: unknown): Leg => {
      const earlier = state as LegV1;
      return { ...earlier, referral: upcastReferral(earlier.referral) };
    },
    /** No clock of the escalation runs for a leg from before there were any: it was submitted under no rules of that sort. */
    2: (state: unknown): Leg => state as Leg,
    /** No evidence of delivery is kept of a leg from before there was any: its submission names no rules for it. */
    3: (state: unknown): Leg => state as Leg,
    /** Of a leg from before anybody was told that it was not let go on, nobody was told that. */
    4: (state: unknown): Leg => state as Leg,
    /** Conditions were not said before, and countries of data were not told from those concerned. */
    5: (state: unknown): Leg => state as Leg,
    /** No obligation was recorded before: the extradition flag tells of it. */
    6: (state: unknown): Leg => state as Leg,
  },

  initialState: (): Leg => ({
    synthetic: false,
    referral: referral.initialState(),
    escalation: { sender: null, receiver: null },
  }),

  /**
   * @param rulebook the rules by version and date, where others than the first are known
   * @param members who takes part: whom the clock of the bus calls upon, and who is told of a case that is stuck
   * @throws DomainError to refuse: ToldRefusal where that is recorded on the leg; TransientError RULES_UNKNOWN
   */
  decide: (
    command: LegCommand,
    state: Leg,
    rulebook: Rulebook = firstRulebook,
    members: Membership = nobody,
  ): LegEvent[] => {
    requireCodesInUse(command, rulebook.codes);
    if (command.type === 'RunClocks')
      return runClocks(command, state, {
        rulebook,
        members,
        after: (before, event) => afterNow(before, event, command),
      });
    if (isEscalationCommand(command)) return decideEscalation(command, { ...state, rulebook, members });
    const { stuck = [] } = state.escalation;
    const related = { priority: drivingGrade(state.escalation), rulebook, members, stuck };
    const events = referral.decide(command, state.referral, related);
    if (!('priority' in command) || events.length === 0) return events;
    // A submission states its priority in the same breath, so two topics share a lane from the first event on.
    const { meta, priority, data } = command;
    const submitted = events.find((event) => event.type === 'ReferralSubmitted');
    const by = (submitted?.data ?? data).from.agency;
    const graded = setFirst({ ...priority, by }, rulebook.escalation.inForce(meta.now));
    return submitted ? [...events, graded] : events;
  },

  /** @throws UnknownEventError for an event of a family that this build does not know. */
  evolve: (state: Leg, event: BusEvent, accepted: Accepted): Leg => {
    if (event.type === 'CommandRefused' || isMembershipEvent(event) || isRulesEvent(event))
      throw new UnknownEventError(event.type);
    const speaker = speakerOf(event);
    const receiver = state.referral.status === 'NONE' ? null : state.referral.receiver;
    const escalation = escalationAfter(
      state.escalation,
      { event, speaker, arrival: arrivalOf(event) },
      receiver,
      accepted,
    );
    if (isEscalationEvent(event))
      return { ...state, referral: actedBy(speaker, state.referral, accepted.at), escalation };
    const synthetic = state.synthetic || accepted.synthetic;
    return { ...state, synthetic, referral: referral.evolve(state.referral, event, accepted), escalation };
  },

  /**
   * When the bus's clock has to look at the leg next; null while nothing runs. A function of the state, so that it can be asked
   * again after every event, and so that a clock that comes early or twice finds nothing to say.
   * @throws TransientError RULES_UNKNOWN
   */
  due: (state: Leg, rulebook: Rulebook = firstRulebook): Due | null => {
    const moment = nextMoment(state, rulebook);
    const level = drivingGrade(state.escalation)?.level;
    return moment && level ? { at: moment.at, level } : null;
  },

  /** What later events of the leg inherit. */
  isSynthetic: (state: Leg): boolean => state.synthetic,
};

/** As if it was accepted now: for what is decided in the same breath after it. */
const afterNow = (before: Pick<Leg, 'referral' | 'escalation'>, event: LegEvent, { meta }: EscalationCommand): Leg =>
  leg.evolve({ synthetic: false, ...before }, event, { at: meta.now, eventId: '', person: null, synthetic: false });
