import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  caseCodes,
  decisionCodes,
  ESCALATION_LIMITS,
  escalationCodes,
  escalationWords,
  firstEscalationRules,
  firstRulebook,
  knownLegalClocks,
  LIMITS,
  REFERRAL_STATUSES,
  routeOf,
  transitions,
} from '#libs/domain';
import { escalationProblems, referralProblems } from '#libs/platform';
// @ts-expect-error a build tool in plain JavaScript
import { referralParts, withParts } from '../../tools/docs/referral.mjs';

describe('docs/domain.md', () => {
  it('has its generated parts as they are generated (else: npm run docs)', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8');
    const parts: unknown = (referralParts as (from: object) => unknown)({
      transitions,
      routeOf,
      statuses: REFERRAL_STATUSES,
      escalationWords,
      levels: firstEscalationRules.levels,
      legalClocks: knownLegalClocks,
      limits: { ...LIMITS, ...ESCALATION_LIMITS },
      rules: firstRulebook.version(1),
      codeLists: { ...decisionCodes, ...caseCodes, ...escalationCodes },
      problems: { ...referralProblems, ...escalationProblems },
    });
    expect((withParts as (text: string, parts: unknown) => string)(document, parts)).toBe(document);
  });
});
