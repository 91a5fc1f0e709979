import given from '../../../../reference/rules/referral.json' with { type: 'json' };
import { firstEscalationRules } from '../escalation/first-rules.js';
import type { Editions, EscalationRules } from '../escalation/rules.js';
import { TransientError } from '#libs/kernel';
import type { Priority, RuleRef } from '#libs/contracts';
import { type Codebook, nothingRetired } from '../rules/codebook.js';
import { type Treaties, treatiesOf } from '../rules/treaties.js';

/** What agencies may agree otherwise one day. Each version is final; an event names the one that it was judged by. */
export interface ReferralRules {
  readonly version: number;
  /** How often a case may be handed on (vocabulary 2.4 I6). */
  readonly hopLimit: number;
  /** Days without an act of the receiver after which a leg expires; levels without one never expire (vocabulary 2.3). */
  readonly expiryDays: Readonly<Partial<Record<Priority, number>>>;
  /** Days without an act of the receiver after which the sender may close (vocabulary 2.3). */
  readonly silenceDays: number;
  /** How many days off a date of review may be. */
  readonly longestHoldDays: number;
  /** How many days a grant of access may last. */
  readonly longestGrantDays: number;
}

/** The rules by version and by date. A leg is judged by the version that it was submitted under, whatever came into force later. */
export interface Rulebook extends Editions<ReferralRules> {
  readonly escalation: Editions<EscalationRules>;
  /** Of every list, whatever the leg: what is said now is said in the codes of now. */
  readonly codes: Codebook;
  readonly treaties: Treaties;
}

/** A version with the time from which it is in force, ms since 1970, UTC. */
export interface DatedRules<Rules> {
  readonly from: number;
  readonly rules: Rules;
}

export interface RulebookParts {
  readonly referral: readonly DatedRules<ReferralRules>[];
  readonly escalation?: readonly DatedRules<EscalationRules>[];
  readonly codes?: Codebook;
  readonly treaties?: Treaties;
}

const nothingPublished = treatiesOf({ editions: {}, proposals: {}, ended: {} });

/** What is left out is as this build begins with it. */
export function rulebookOf({
  referral,
  escalation = [{ from: 0, rules: firstEscalationRules }],
  codes = nothingRetired,
  treaties = nothingPublished,
}: RulebookParts): Rulebook {
  return { ...editionsByDate(referral), escalation: editionsByDate(escalation), codes, treaties };
}

function editionsByDate<Rules extends { readonly version: number }>(
  editions: readonly DatedRules<Rules>[],
): Editions<Rules> {
  // a version may hold from the same time as the one that it follows: the later one then
  const byTime = editions.toSorted((a, b) => b.from - a.from || b.rules.version - a.rules.version);
  const found = (edition: DatedRules<Rules> | undefined): Rules => {
    if (!edition) throw new TransientError('RULES_UNKNOWN', 503, 30);
    return edition.rules;
  };
  return {
    inForce: (at) => found(byTime.find(({ from }) => from <= at)),
    version: (version) => found(editions.find(({ rules }) => rules.version === version)),
    all: editions.map(({ rules }) => rules),
  };
}

/** The rules that the bus begins with. */
export const firstRulebook = rulebookOf({ referral: [{ from: 0, rules: { version: 1, ...given } }] });

export function refTo({ version }: ReferralRules): RuleRef {
  return { set: 'referral', version };
}

export const DAY_MS = 86_400_000;
