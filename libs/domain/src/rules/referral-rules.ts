import { PRIORITIES } from '#libs/contracts';
import given from '../../../../reference/rules/referral.json' with { type: 'json' };
import { firstRulebook, type ReferralRules, type Rulebook, rulebookOf } from '../referral/rules.js';
import { codebookOf } from './codebook.js';
import { escalationEditions } from './escalation-rules.js';
import { type Content, editionsOf, type Rules } from './state.js';
import { treatiesOf } from './treaties.js';

const bounds = {
  hopLimit: [1, 20],
  silenceDays: [1, 365],
  longestHoldDays: [1, 3_650],
  longestGrantDays: [1, 3_650],
} as const;

const LONGEST_EXPIRY_DAYS = 365;

/** Why these cannot be the rules of referrals; empty where they can. P1 and P2 never expire (vocabulary 2.3). */
export function faultsOfReferralRules({ expiryDays, ...rules }: Content): string[] {
  const fields = Object.entries(bounds);
  return [
    ...fields
      .filter(([name, [least, most]]) => !isDays(rules[name], least, most))
      .map(([name, [least, most]]) => `${name}: a whole number from ${least} to ${most}`),
    ...Object.keys(rules)
      .filter((name) => !Object.hasOwn(bounds, name))
      .map((name) => `${name}: no such rule`),
    ...faultsOfExpiry(expiryDays),
  ];
}

function faultsOfExpiry(expiryDays: unknown): string[] {
  if (typeof expiryDays !== 'object' || expiryDays === null) return ['expiryDays: missing'];
  return Object.entries(expiryDays).flatMap(([level, days]) => {
    if (!['P3', 'P4'].includes(level))
      return [
        `expiryDays: ${PRIORITIES.some((each) => each === level) ? `${level} never expires` : `no level ${level}`}`,
      ];
    return isDays(days, 1, LONGEST_EXPIRY_DAYS) ? [] : [`expiryDays: ${level} is no number of days`];
  });
}

const isDays = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** The rules and codes that legs are judged by, as they were published; those that this build begins with until any were. */
export function referralRulebook(rules: Rules): Rulebook {
  const editions = editionsOf(rules, 'RULE_SET', 'referral');
  const escalation = escalationEditions(rules);
  const codes = codebookOf(rules);
  const treaties = treatiesOf(rules);
  if (editions.length === 0)
    return rulebookOf({ referral: [{ from: 0, rules: firstRulebook.version(1) }], escalation, codes, treaties });
  return rulebookOf({
    referral: editions.map(({ version, document, inForceFrom }) => ({
      from: version === 1 ? 0 : inForceFrom,
      rules: { ...(JSON.parse(document) as Omit<ReferralRules, 'version'>), version },
    })),
    escalation,
    codes,
    treaties,
  });
}

/** The document of the rules that the bus begins with. */
export const firstReferralRules = (): string => JSON.stringify(given);
