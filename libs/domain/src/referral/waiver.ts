import type { CrossBorder, DualCriminalityWaiver, RuleRef } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import type { Membership } from '../membership/state.js';
import { nameOf } from '../rules/state.js';
import type { Treaties } from '../rules/treaties.js';
import type { Admission } from './admission.js';
import type { ReferralCommand } from './commands.js';
import type { ReferralRelated } from './related.js';

/** What stands behind a waiver: the instrument, and the article by whose reservation a State does not give it. */
interface Claim {
  readonly instrument: 'COE-185' | 'COE-201';
  readonly unlessReserved: string;
}

/** vocabulary 3.1. The other waivers name no instrument that the bus knows the parties of. */
const claims: Readonly<Partial<Record<DualCriminalityWaiver, Claim>>> = {
  LANZAROTE_25_4: { instrument: 'COE-201', unlessReserved: '25(5)' },
  BUDAPEST_29_3: { instrument: 'COE-185', unlessReserved: '29(4)' },
};

interface Asked {
  readonly treaties: Treaties;
  /** Of who sends and who receives. */
  readonly countries: readonly [string, string];
  /** Ms since 1970, UTC. */
  readonly now: number;
}

/**
 * A treaty makes dual criminality superfluous only between its parties, at the time at which that is said: an undated or
 * unconfirmed party, or one that reserved the article, is no basis for it alone (vocabulary 3.2 R3.1, R3.4). That both are parties
 * is necessary and not sufficient; the bus records the claim and never decides lawfulness (R3.2).
 * @returns the status that it was judged by; null where no treaty is claimed
 * @throws DomainError 422 WAIVER_UNSUPPORTED with the instrument, and the countries with what stands against each
 */
export function judgedWaiver(facts: CrossBorder | null, { treaties, countries, now }: Asked): RuleRef | null {
  const claim = facts?.dualCriminalityWaiver ? claims[facts.dualCriminalityWaiver] : undefined;
  if (!claim) return null;
  const { soleBasis, version, findings } = treaties.judge({ ...claim, countries: [...new Set(countries)], at: now });
  if (!soleBasis || version === null) {
    const obstacles = findings.map(({ country, obstacle }) => `${country} ${obstacle}`).join(', ');
    throw new DomainError('WAIVER_UNSUPPORTED', { instrument: claim.instrument, obstacles }, 422);
  }
  return { set: nameOf('TREATY_STATUS', claim.instrument), version };
}

/**
 * The same of what is said on a leg, between its parties. What the bus carries on was judged between others, where it was said: here it
 * stands as a claim, and stops no case (R3.2).
 */
export function judgedWaiverOf(
  facts: CrossBorder | null,
  { speaker, state }: Admission,
  { meta: { now } }: ReferralCommand,
  { rulebook: { treaties }, members }: ReferralRelated,
): RuleRef | null {
  if (speaker === 'POLICY') return null;
  const countries = [countryOf(state.sender, members), countryOf(state.receiver, members)] as const;
  return judgedWaiver(facts, { treaties, countries, now });
}

/** Of an agency that nobody knows, no country is either (vocabulary 3.4). */
const UNKNOWN_COUNTRY = 'XX';

function countryOf(agency: string, { members }: Membership): string {
  const member = Object.hasOwn(members, agency) ? members[agency] : undefined;
  return member?.country ?? UNKNOWN_COUNTRY;
}
