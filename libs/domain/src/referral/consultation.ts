import { type Actor, DomainError } from '#libs/kernel';
import type { NexusBasis, Party } from '#libs/contracts';
import { contactsOf, JURISDICTION_ROLES, takesPart } from '../membership/national-contacts.js';
import type { Membership } from '../membership/state.js';
import { admit } from './admission.js';
import type { ConcludeConsultation, OpenConsultation, OpenEarlier } from './commands.js';
import { isCountry, requireCode, requireReference } from './content-checks.js';
import type { ReferralWord } from './judged.js';
import { LIMITS } from './limits.js';
import { passesOn } from './passing-on.js';
import type { ReferralRelated } from './related.js';
import type { Referral, Submitted } from './state.js';

/**
 * Countries that may have jurisdiction are to consult (Budapest 22(5), Lanzarote 25(8); vocabulary 2.5), and their contacts are told.
 * One at a time, of those that are opened on this leg.
 */
export function openConsultation(
  command: OpenConsultation,
  state: Referral,
  { members: { members } }: Pick<ReferralRelated, 'members'>,
): ReferralWord[] {
  const { data, meta } = command;
  const admitted = admit(command, state);
  if (!admitted) return [];
  if (passesOn(admitted, data.carried)) {
    const { opener = partyOf(meta.actor) } = command;
    return [openedEarlier({ ...data, opener })];
  }
  data.bases.forEach(requireGround);
  requireReference('note', data.note);
  requireCountries(data.countries);
  const { consultation: open } = admitted.state;
  if (open?.opener === meta.actor.agency && open.countries.join() === data.countries.join()) return [];
  if (open) throw new DomainError('CONSULTATION_OPEN');
  if (admitted.speaker === 'CONTACT') requireOfTheCase(data.countries, admitted.state, meta.actor, members);
  const { contacts, unfilled } = contactsOf(data.countries, members, JURISDICTION_ROLES);
  const opener = partyOf(meta.actor);
  const audience = noParties(admitted.state, [...contacts.map(({ agency }) => agency), opener.agency]);
  return [{ type: 'JurisdictionConsultationOpened', data: { ...data, opener, contacts, unfilled, audience } }];
}

/** Who may open one may state its result: a country that leads is one of those that consulted. */
export function concludeConsultation(
  command: ConcludeConsultation,
  state: Referral,
  { members: { members } }: Pick<ReferralRelated, 'members'>,
): ReferralWord[] {
  const { data, meta } = command;
  requireCode('result', data.result);
  requireReference('note', data.note);
  if ((data.result === 'LEAD_AGREED') !== (data.lead !== null))
    throw new DomainError('CONSULTATION_LEAD_UNSUITABLE', {}, 422);
  const admitted = admit(command, state);
  if (!admitted) return [];
  if (passesOn(admitted, data.carried)) {
    // in the sender's name, like whatever is carried: who had the case before is not for the holder (design 5)
    const by = admitted.state.sender;
    return [{ type: 'JurisdictionConsultationConcluded', data: { ...data, by, ...toldBefore } }];
  }
  const { consultation: open } = admitted.state;
  if (!open) throw new DomainError('CONSULTATION_NOT_OPEN');
  if (data.lead !== null && !open.countries.includes(data.lead))
    throw new DomainError('CONSULTATION_LEAD_UNSUITABLE', {}, 422);
  const by = meta.actor.agency;
  const { contacts } = contactsOf(open.countries, members, JURISDICTION_ROLES);
  const opener = takesPart(members, open.opener) ? [open.opener] : [];
  const audience = noParties(admitted.state, [...contacts.map(({ agency }) => agency), ...opener, by]);
  return [{ type: 'JurisdictionConsultationConcluded', data: { ...data, by, contacts, audience } }];
}

/** Whoever is to consult was told where it was said first; the parties of this leg see all that is said on it. */
const toldBefore = { contacts: null, audience: null } as const;

/** A consultation of an earlier leg, as the bus tells the parties of this one. What was admitted there is admitted. */
export function openedEarlier({ opener, countries, bases, carried }: OpenEarlier): ReferralWord {
  const said = { opener, countries, bases, carried, note: null };
  return { type: 'JurisdictionConsultationOpened', data: { ...said, unfilled: null, ...toldBefore } };
}

const partyOf = ({ agency, role, country }: Actor): Party => ({ agency, role, country });

/** Who is no party brings in nobody else. @throws DomainError 422 */
function requireOfTheCase(
  countries: readonly string[],
  { sender, receiver, countries: concerned }: Submitted,
  { country }: Actor,
  members: Membership['members'],
): void {
  const ofParties = [sender, receiver].map((agency) => members[agency]?.country);
  const suitable = new Set([country, ...(concerned ?? []), ...ofParties]);
  if (!countries.every((each) => suitable.has(each)))
    throw new DomainError('CONSULTATION_COUNTRIES_UNSUITABLE', { limit: LIMITS.consultationCountries }, 422);
}

/** Each once, but the parties, who see the whole leg. */
const noParties = ({ sender, receiver }: Submitted, agencies: readonly string[]): string[] =>
  [...new Set(agencies)].filter((agency) => agency !== sender && agency !== receiver);

/** @throws DomainError 422 where nothing follows from the basis for jurisdiction: custody alone, or not known (vocabulary 3.4) */
function requireGround(basis: NexusBasis): void {
  requireCode('bases', basis);
  if (basis === 'DATA_LOCATION') throw new DomainError('CONSULTATION_BASIS_UNSUITABLE', { basis }, 422);
}

function requireCountries(countries: readonly string[]): void {
  const { size } = new Set(countries);
  const suitable = size === countries.length && size >= 2 && size <= LIMITS.consultationCountries;
  if (!suitable || !countries.every(isCountry))
    throw new DomainError('CONSULTATION_COUNTRIES_UNSUITABLE', { limit: LIMITS.consultationCountries }, 422);
}
