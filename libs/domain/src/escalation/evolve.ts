import type { BusEvent, Duty, EventData, Party } from '#libs/contracts';
import { type Accepted, UnknownEventError } from '#libs/kernel';
import {
  drivingGrade,
  type Escalation,
  ESCALATION_LIMITS,
  type Graded,
  inOrder,
  type Preservation,
  type Received,
} from './state.js';

/** Events of `bus.escalation.v1`. */
const ESCALATION_EVENTS = [
  'PrioritySet',
  'PriorityChanged',
  'PriorityDisputed',
  'DeadlineWarned',
  'DeadlineMissed',
  'EscalationRaised',
  'EscalationAnswered',
  'VoiceContactRecorded',
  'SafeguardingNotified',
  'SafeguardingConfirmed',
  'PreservationRequested',
  'PreservationConfirmed',
  'PreservationExpiring',
  'PreservationReleased',
  'OnwardRefused',
  'OnwardRefusalAnswered',
] as const satisfies readonly BusEvent['type'][];

export type EscalationEvent = Extract<BusEvent, { readonly type: (typeof ESCALATION_EVENTS)[number] }>;

/** An event as far as it is heard here. */
type Heard<Name extends EscalationEvent['type'], Field extends keyof EventData<Name> = never> = {
  readonly type: Name;
  readonly data: Readonly<Pick<EventData<Name>, Field>>;
};

/** What the fold needs of an event: who keeps no more of it comes to the same state. */
export type EscalationFact =
  | Heard<'PrioritySet', 'side' | 'level' | 'reasons' | 'rules'>
  | Heard<'PriorityChanged', 'side' | 'level' | 'reasons' | 'lowering' | 'status' | 'resolves'>
  | Heard<'PriorityDisputed'>
  | Heard<'DeadlineWarned' | 'DeadlineMissed', 'duty'>
  | Heard<'EscalationRaised', 'cause' | 'countedFrom' | 'step' | 'to'>
  | Heard<'EscalationAnswered'>
  | Heard<'VoiceContactRecorded', 'result'>
  | Heard<'SafeguardingNotified', 'service'>
  | Heard<'SafeguardingConfirmed', 'result'>
  | Heard<'PreservationRequested', 'by' | 'crossBorder'>
  | Heard<'PreservationConfirmed', 'request' | 'until'>
  | Heard<'PreservationExpiring', 'request' | 'daysLeft'>
  | Heard<'PreservationReleased', 'request'>
  | Heard<'OnwardRefused', 'cause' | 'contacts'>
  | Heard<'OnwardRefusalAnswered'>;

type DataOf<Name extends EscalationFact['type']> = Extract<EscalationFact, { readonly type: Name }>['data'];

const names: ReadonlySet<string> = new Set(ESCALATION_EVENTS);

export function isEscalationEvent(event: BusEvent): event is EscalationEvent {
  return names.has(event.type);
}

export function isEscalationFact(event: { readonly type: string }): event is EscalationFact {
  return names.has(event.type);
}

/** How `PrioritySet` names the rules that a leg is judged by. Earlier legs have `priority/1`: nothing runs for them. */
export const rulesText = (version: number): string => `escalation/${version}`;

const rulesIn = (text: string): number | undefined => {
  const [, version] = /^escalation\/(\d+)$/.exec(text) ?? [];
  return version === undefined ? undefined : Number(version);
};

/** The state after an event. Whatever was accepted once folds for ever. @throws UnknownEventError */
export function evolve(state: Escalation, event: EscalationFact, accepted: Accepted): Escalation {
  const after = { ...state, ...remembered(state, event, accepted) };
  const moved = drivingGrade(after)?.level !== drivingGrade(state)?.level && after.rules !== undefined;
  return inOrder(moved && after.from !== accepted.at ? { ...after, levelSince: accepted.at } : after);
}

type Changed = { readonly [Name in keyof Escalation]?: Escalation[Name] | undefined };

function remembered(state: Escalation, event: EscalationFact, accepted: Accepted): Changed {
  switch (event.type) {
    case 'PrioritySet':
      return graded(state, event.data, accepted);
    case 'PriorityChanged':
      return changed(state, event.data, accepted);
    case 'PriorityDisputed':
      return state.lowered
        ? { lowered: undefined, proposal: undefined, dispute: { ...state.lowered, dispute: accepted.eventId } }
        : {};
    case 'DeadlineWarned':
      return { warned: withDuty(state.warned, event.data.duty) };
    case 'DeadlineMissed':
      return { missed: withDuty(state.missed, event.data.duty) };
    case 'EscalationRaised': {
      const { cause, countedFrom, step, to } = event.data;
      return { ladder: { duty: cause, from: countedFrom, step }, called: withCalled(state, to) };
    }
    case 'OnwardRefused': {
      const { cause, contacts } = event.data;
      return { called: withCalled(state, contacts), stuck: [...(state.stuck ?? []), cause] };
    }
    case 'OnwardRefusalAnswered':
      return { stuck: undefined };
    case 'EscalationAnswered':
      return { ladder: state.ladder && { ...state.ladder, answered: true } };
    case 'VoiceContactRecorded':
      return answersCall(event.data) ? { voice: true } : {};
    case 'SafeguardingNotified': {
      const { service } = event.data;
      const notified = [...(state.notified ?? []), accepted.eventId];
      return { notified, called: withCalled(state, service ? [service] : []) };
    }
    case 'SafeguardingConfirmed':
      return event.data.result === 'CHILD_SAFE' ? { located: true } : {};
    default:
      return preserved(state, event, accepted);
  }
}

/** A number that nobody answers is no contact. */
const answersCall = ({ result }: DataOf<'VoiceContactRecorded'>): boolean =>
  result === 'REACHED' || result === 'CALL_BACK_PROMISED';

function graded(
  state: Escalation,
  { side, level, reasons, rules }: DataOf<'PrioritySet'>,
  { at, person }: Accepted,
): Changed {
  const grade = { level, reasons };
  if (side !== 'SENDER') return { receiver: received(grade, person), proposal: undefined };
  const version = rulesIn(rules);
  if (state.rules !== undefined) return { sender: grade };
  return version === undefined ? { sender: grade, to: undefined } : { sender: grade, rules: version, from: at };
}

const received = (grade: Graded, person: string | null): Received =>
  person === null ? grade : { ...grade, decided: true };

function changed(state: Escalation, data: DataOf<'PriorityChanged'>, { eventId, person }: Accepted): Changed {
  const { side, level, reasons, lowering, status, resolves } = data;
  const grade = { level, reasons };
  switch (status) {
    case 'PROPOSED':
      return { proposal: { event: eventId, level, reasons, reason: lowering ?? 'UNKNOWN', person } };
    case 'UNKNOWN':
      throw new UnknownEventError('PriorityChanged of a status of later');
    case 'IN_FORCE':
  }
  // of what was lowered step by step the sender may object to the step from P1 on
  const lowered = level === 'P1' || resolves !== null ? undefined : state.lowered;
  if (side === 'SENDER') {
    const { receiver } = state;
    // the receiver's word was about what was known before
    const undecided = receiver && { level: receiver.level, reasons: receiver.reasons };
    return { sender: grade, receiver: undecided, proposal: undefined, lowered };
  }
  const before = drivingGrade(state);
  const lowersP1 = before?.level === 'P1' && level !== 'P1' && resolves === null;
  const persons = [...new Set([state.proposal?.person ?? null, person])];
  return {
    receiver: received(grade, person),
    proposal: undefined,
    dispute: undefined,
    lowered: lowersP1 ? { event: eventId, persons, from: before } : lowered,
  };
}

type PreservationFact = Extract<EscalationFact, { type: `Preservation${string}` }>;

function preserved(state: Escalation, event: PreservationFact, { at, eventId }: Accepted): Changed {
  const { preservations = [] } = state;
  const change = (id: string, more: Partial<Preservation>): Changed => ({
    preservations: preservations.map((each) => (each.event === id ? { ...plain(each), ...more } : each)),
  });
  const plain = ({ event: id, by, abroad }: Preservation): Preservation => ({ event: id, by, abroad });
  switch (event.type) {
    case 'PreservationRequested': {
      const { by, crossBorder } = event.data;
      return { preserved: true, preservations: [...preservations, { event: eventId, by, abroad: crossBorder }] };
    }
    case 'PreservationConfirmed':
      return change(event.data.request, { said: at, until: event.data.until });
    case 'PreservationExpiring': {
      const { request, daysLeft } = event.data;
      return {
        preservations: preservations.map((each) => (each.event === request ? { ...each, alarmed: daysLeft } : each)),
      };
    }
    case 'PreservationReleased':
      return { preserved: true, preservations: preservations.filter((each) => each.event !== event.data.request) };
  }
}

const withDuty = (duties: readonly Duty[] | undefined, duty: Duty): readonly Duty[] =>
  duties?.includes(duty) ? duties : [...(duties ?? []), duty];

/** The earliest are forgotten, where many were called upon. */
const withCalled = ({ called = [] }: Escalation, parties: readonly Party[]): readonly string[] =>
  [...new Set([...called, ...parties.map(({ agency }) => agency)])].slice(-ESCALATION_LIMITS.called);

/** Duties whose time begins again with each act of the receiver. */
const renewed: ReadonlySet<Duty> = new Set<Duty>(['STATUS_UPDATE', 'EXPIRY']);

/** What is no more warned of or missed. */
export function rearmed(state: Escalation, duties: ReadonlySet<Duty> = renewed): Escalation {
  const { warned = [], missed = [] } = state;
  if (warned.length === 0 && missed.length === 0) return state;
  const left = (list: readonly Duty[]): readonly Duty[] => list.filter((duty) => !duties.has(duty));
  return inOrder({ ...state, warned: left(warned), missed: left(missed) });
}

/** An ended leg comes back to life: its times are counted from here on. Of a leg without clocks nothing changes. */
export function revived(state: Escalation, at: number): Escalation {
  if (state.rules === undefined) return state;
  const { warned: _w, missed: _m, ladder: _l, ...kept } = state;
  return inOrder({ ...kept, from: at });
}
