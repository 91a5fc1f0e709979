import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { caseCodes, decisionCodes, firstRulebook, LIMITS, REFERRAL_STATUSES, routeOf, transitions } from '#libs/domain';
import { referralProblems } from '#libs/platform';
// @ts-expect-error a build tool in plain JavaScript
import { referralParts, withParts } from '../../tools/docs/referral.mjs';

describe('docs/domain.md', () => {
  it('has its generated parts as they are generated (else: npm run docs)', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/domain.md'), 'utf8');
    const parts: unknown = (referralParts as (from: object) => unknown)({
      transitions,
      routeOf,
      statuses: REFERRAL_STATUSES,
      limits: LIMITS,
      rules: firstRulebook.version(1),
      codeLists: { ...decisionCodes, ...caseCodes },
      problems: referralProblems,
    });
    expect((withParts as (text: string, parts: unknown) => string)(document, parts)).toBe(document);
  });
});
