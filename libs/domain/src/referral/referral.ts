import { DomainError, unknownEvent } from '#libs/kernel';
import type { Actor, Command, Decider } from '#libs/kernel';
import type { BusEvent, EventData, Ground, AcceptanceScope, Priority } from '#libs/contracts';
import { checkRefusal } from './grounds.js';
import type { Refusal } from './grounds.js';
import { transitions } from './transitions.js';
import type { ReferralStatus, Transition } from './transitions.js';

/** A leg as deciding needs it: small, since it is written with every event. */
export type Referral =
  | { readonly status: 'NONE' }
  | {
      readonly status: Exclude<ReferralStatus, 'NONE'>;
      readonly sender: string;
      readonly receiver: string;
      /** Milliseconds since 1970, UTC. */
      readonly since: number;
      readonly scope?: AcceptanceScope;
      readonly reason?: Ground | null;
    };

type Open = Exclude<Referral, { status: 'NONE' }>;

export type SubmitReferral = Command<'SubmitReferral', EventData<'ReferralSubmitted'>>;
export type ReceiveReferral = Command<'ReceiveReferral', Record<never, never>>;
export type AcknowledgeReferral = Command<'AcknowledgeReferral', Record<never, never>>;
export type AcceptReferral = Command<
  'AcceptReferral',
  { readonly scope: AcceptanceScope; readonly reason: Ground | null }
>;
export type RejectReferral = Command<'RejectReferral', Refusal>;
export type ReferralCommand = SubmitReferral | ReceiveReferral | AcknowledgeReferral | AcceptReferral | RejectReferral;

export type ReferralEvent = Extract<
  BusEvent,
  { type: 'ReferralSubmitted' | 'ReferralReceived' | 'ReferralAcknowledged' | 'ReferralAccepted' | 'ReferralRejected' }
>;

/** What a rule of the referral must know of the leg's escalation. */
export interface ReferralRelated {
  readonly priority: Priority | null;
}

/** The referral family (vocabulary 2.3, 2.4). Who is no party of the leg is answered as if it did not exist. */
export const referral: Decider<Referral, ReferralCommand, ReferralEvent, ReferralRelated> = {
  initialState: () => ({ status: 'NONE' }),
  decide: (command, state, related) => {
    switch (command.type) {
      case 'SubmitReferral':
        return submit(command, state);
      case 'ReceiveReferral':
        return moved(command, state) ? [{ type: 'ReferralReceived', data: { by: command.meta.actor.agency } }] : [];
      case 'AcknowledgeReferral':
        return acknowledge(command, state);
      case 'AcceptReferral':
        return accept(command, state);
      case 'RejectReferral':
        return reject(command, state, related);
    }
  },
  evolve: (state, event, at) => {
    switch (event.type) {
      case 'ReferralSubmitted':
        return { status: 'SUBMITTED', sender: event.data.from.agency, receiver: event.data.to.agency, since: at };
      case 'ReferralReceived':
        return { ...opened(state), status: 'RECEIVED', since: at };
      case 'ReferralAcknowledged':
        return { ...opened(state), status: 'ACKNOWLEDGED', since: at };
      case 'ReferralAccepted':
        return { ...opened(state), status: 'ACCEPTED', since: at, scope: event.data.scope, reason: event.data.reason };
      case 'ReferralRejected':
        return { ...opened(state), status: 'REJECTED', since: at, reason: event.data.reason };
      default:
        throw unknownEvent(event);
    }
  },
};

const EARLIEST_INCIDENT = Date.UTC(1970, 0, 1);
const CLOCK_TOLERANCE_MS = 10 * 60_000;

function submit({ data, meta: { now } }: SubmitReferral, state: Referral): ReferralEvent[] {
  if (state.status !== 'NONE') throw new DomainError('REFERRAL_EXISTS');
  if (data.from.agency === data.to.agency) throw new DomainError('RECIPIENT_IS_SENDER', {}, 422);
  const { occurredAt } = data.incident;
  if (occurredAt !== null && (occurredAt < EARLIEST_INCIDENT || occurredAt > now + CLOCK_TOLERANCE_MS)) {
    throw new DomainError('INCIDENT_TIME_ABSURD', {}, 422);
  }
  return [{ type: 'ReferralSubmitted', data }];
}

function acknowledge(command: AcknowledgeReferral, state: Referral): ReferralEvent[] {
  const { actor } = command.meta;
  if (!moved(command, state)) return [];
  // "ACKNOWLEDGED (named human or role)", by the receiver's person (vocabulary 2.2, 2.3).
  if (actor.person === null) throw new DomainError('PERSON_REQUIRED', {}, 422);
  return [{ type: 'ReferralAcknowledged', data: { by: actor.agency } }];
}

function accept(command: AcceptReferral, state: Referral): ReferralEvent[] {
  const { scope, reason } = command.data;
  if (scope === 'UNKNOWN') throw new DomainError('SCOPE_UNKNOWN', {}, 422);
  // vocabulary 2.4 I3
  if (scope !== 'FULL' && reason === null) throw new DomainError('REASON_REQUIRED', { scope }, 422);
  if (scope === 'FULL' && reason !== null) throw new DomainError('REASON_NOT_APPLICABLE', { scope }, 422);
  const same = state.status === 'ACCEPTED' && state.scope === scope && state.reason === reason;
  if (!moved(command, state, same)) return [];
  return [{ type: 'ReferralAccepted', data: { by: command.meta.actor.agency, scope, reason } }];
}

function reject(command: RejectReferral, state: Referral, { priority }: ReferralRelated): ReferralEvent[] {
  const { data } = command;
  const same = state.status === 'REJECTED' && state.reason === data.reason;
  if (!moved(command, state, same)) return [];
  checkRefusal(data, priority);
  return [{ type: 'ReferralRejected', data: { by: command.meta.actor.agency, ...data } }];
}

/**
 * Whether the command moves the leg; false where it says nothing new.
 * @throws DomainError 404 to who is no party, 409 to the wrong party and in the wrong state.
 */
function moved(command: ReferralCommand, state: Referral, sameContent = true): state is Open {
  const transition: Transition = transitions[command.type];
  const party = partyOf(state, command.meta.actor);
  if (party !== transition.who) throw new DomainError('REFERRAL_ADDRESSED_ELSEWHERE');
  if (sameContent && transition.alreadySaid.includes(state.status)) return false;
  if (!transition.from.includes(state.status))
    throw new DomainError('REFERRAL_TRANSITION_ILLEGAL', { status: state.status, command: command.type });
  return true;
}

function partyOf(state: Referral, actor: Actor): Transition['who'] {
  if (state.status !== 'NONE' && state.receiver === actor.agency) return 'RECEIVER';
  if (state.status !== 'NONE' && state.sender === actor.agency) return 'SENDER';
  throw new DomainError('REFERRAL_NOT_FOUND', {}, 404);
}

function opened(state: Referral): Open {
  if (state.status === 'NONE') throw new TypeError('an event of a referral that was never submitted');
  return state;
}
