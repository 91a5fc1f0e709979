import type { EventData, OnwardObstacle, Party } from '#libs/contracts';
import { type Actor, DomainError, UnknownEventError } from '#libs/kernel';
import { contactsOf, NATIONAL_CONTACT } from '../membership/national-contacts.js';
import type { Membership } from '../membership/state.js';
import type { Referral } from '../referral/state.js';
import type { Escalation } from './state.js';

export interface OnwardRefused {
  readonly type: 'OnwardRefused';
  readonly data: EventData<'OnwardRefused'>;
}

/**
 * A refusal that others hear of. Whoever records it puts `event` on the leg, in the transaction that refuses and under the
 * key of the refused command: so it cannot be lost, and stands in place of `CommandRefused`.
 */
export class ToldRefusal extends DomainError {
  constructor(readonly event: OnwardRefused) {
    const { code, details } = onwardRefusal(event.data);
    super(code, details);
  }
}

/** What whoever wanted to pass the case on is answered: a function of the event, so that a repetition is answered as the first time. */
export function onwardRefusal({ cause, to, limit, originCountry, holder }: OnwardRefused['data']): DomainError {
  const contacts = { escalateTo: NATIONAL_CONTACT, originCountry, holderCountry: holder.country };
  switch (cause) {
    case 'HOP_LIMIT':
      return new DomainError('ONWARD_HOPS_EXHAUSTED', { limit, ...contacts });
    case 'CYCLE':
      return new DomainError('ONWARD_CYCLE', { agency: to.agency, ...contacts });
    case 'UNKNOWN':
      throw new UnknownEventError('OnwardRefused for an obstacle of later');
  }
}

export interface Stuck extends Pick<
  OnwardRefused['data'],
  'command' | 'holder' | 'to' | 'level' | 'limit' | 'originCountry' | 'rules'
> {
  readonly cause: Exclude<OnwardObstacle, 'UNKNOWN'>;
  /** The agency that sent the leg here. */
  readonly sender: string;
}

/**
 * The refusal as the national contacts of both ends are told it: of the country where the case began and of the one where it is
 * (vocabulary 2.4 I6). The country that it was to go to is no end of the case, and does not learn of it.
 */
export function onwardRefused({ sender, ...stuck }: Stuck, { members }: Membership): OnwardRefused {
  const { originCountry, holder } = stuck;
  const ends = [...new Set([holder.country, ...(originCountry === null ? [] : [originCountry])])];
  const { contacts, unfilled } = contactsOf(ends, members);
  const audience = contacts.map(({ agency }) => agency).filter((agency) => ![sender, holder.agency].includes(agency));
  return { type: 'OnwardRefused', data: { ...stuck, contacts, unfilled, audience } };
}

/** A leg and who takes part. */
interface Told {
  readonly referral: Referral;
  readonly escalation: Escalation;
  readonly members: Membership;
}

/** Whoever else the escalation called upon is none, and who became a contact later was never told. */
export const isToldContact = (
  { agency, role, country }: Actor,
  { referral, escalation }: Omit<Told, 'members'>,
): boolean =>
  role === NATIONAL_CONTACT && wasCalled(escalation, agency) && endsOf(referral, escalation).includes(country);

/** The contacts of both ends that were told, as far as they still take part. */
export const toldContacts = ({ referral, escalation, members }: Told): Party[] =>
  contactsOf(endsOf(referral, escalation), members.members).contacts.filter(({ agency }) =>
    wasCalled(escalation, agency),
  );

const wasCalled = ({ called = [] }: Escalation, agency: string): boolean => called.includes(agency);

/** Countries of both ends of a case: where it is, and where it began. */
function endsOf(referral: Referral, { to }: Escalation): string[] {
  const origin = referral.status === 'NONE' ? null : referral.originCountry;
  return [...new Set([...(to ? [to.country] : []), ...(origin === null ? [] : [origin])])];
}
