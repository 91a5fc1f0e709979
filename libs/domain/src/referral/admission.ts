import { DomainError } from '#libs/kernel';
import type { Actor } from '#libs/kernel';
import { BUS_AGENCY } from '../membership/bus-actors.js';
import { JURISDICTION_ROLES } from '../membership/national-contacts.js';
import type { EscalationCommand } from '../escalation/commands.js';
import type { ReferralCommand } from './commands.js';
import type { Referral, Submitted } from './state.js';
import type { Move, Speaker } from './transitions/transition.js';
import { transitionOf } from './transitions/transitions.js';

/** A command that the table lets through: who says it, of what, and which move it is. */
export interface Admission {
  readonly speaker: Speaker;
  readonly state: Submitted;
  readonly move: Move;
}

/**
 * What the table says of a command on this leg; null where it says nothing new.
 * Who is no party is answered as if the leg did not exist, before anything else is looked at (design 5).
 * @param sameWords whether the command's words are those that stand already; asked only where the table has them as said
 * @param more what the caller is beside what the referral knows of it
 * @throws DomainError 404 to who is no party, 409 to the wrong party and in the wrong state, 422 without a person where one is needed
 */
export function admit(
  { type, meta }: ReferralCommand | EscalationCommand,
  state: Referral,
  sameWords: (state: Submitted) => boolean = () => true,
  more: readonly Speaker[] = [],
): Admission | null {
  const row = transitionOf(type);
  const speaker = requireSpeaker(row.who, state, meta.actor, more);
  if (state.status === 'NONE') throw illegal(type, state);
  if (row.alreadySaid?.includes(state.status) && sameWords(state)) return null;
  const move = row.moves.find(({ from }) => from.includes(state.status));
  if (!move) throw illegal(type, state);
  if (row.person && speaker !== 'POLICY') requirePerson(meta.actor);
  return { speaker, state, move };
}

/** @throws DomainError 404 REFERRAL_NOT_FOUND, 409 REFERRAL_ADDRESSED_ELSEWHERE */
export function requireSpeaker(
  who: readonly Speaker[],
  state: Referral,
  actor: Actor,
  more: readonly Speaker[] = [],
): Speaker {
  const own = [...more, ...speakersOf(state, actor)];
  const speaker = who.find((each) => own.includes(each));
  if (speaker !== undefined) return speaker;
  if (own.some((each) => each !== 'THIRD' && each !== 'CONTACT')) throw new DomainError('REFERRAL_ADDRESSED_ELSEWHERE');
  throw unknownReferral();
}

export function unknownReferral(): DomainError {
  return new DomainError('REFERRAL_NOT_FOUND', {}, 404);
}

export function illegal(command: string, { status }: Referral): DomainError {
  return new DomainError('REFERRAL_TRANSITION_ILLEGAL', { status, command });
}

/** @throws DomainError 422 PERSON_REQUIRED */
export function requirePerson({ person }: Actor): string {
  if (person === null) throw new DomainError('PERSON_REQUIRED', {}, 422);
  return person;
}

function speakersOf(state: Referral, actor: Actor): Speaker[] {
  if (state.status === 'NONE') return state.release?.from.agency === actor.agency ? ['SENDER'] : [];
  if (actor.agency === BUS_AGENCY) return [actor.role === 'BUS_CLOCK' ? 'CLOCK' : 'POLICY'];
  if (state.receiver === actor.agency) return ['RECEIVER'];
  if (state.sender === actor.agency) return ['SENDER'];
  return isConcerned(state, actor) ? ['CONTACT', 'THIRD'] : ['THIRD'];
}

/** A contact whose country the case concerns, or which was asked to consult. */
const isConcerned = ({ countries, consultation }: Submitted, { role, country }: Actor): boolean =>
  JURISDICTION_ROLES.includes(role) && [...(countries ?? []), ...(consultation?.countries ?? [])].includes(country);
