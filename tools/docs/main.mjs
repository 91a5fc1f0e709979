// `npm run docs`: writes the generated parts of docs/domain.md from what was just built. test/docs fails while they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
} from '../../dist/libs/domain/src/index.js';
import { escalationProblems, referralProblems } from '../../dist/libs/platform/src/index.js';
import { referralParts, withParts } from './referral.mjs';

const path = join(import.meta.dirname, '../../docs/domain.md');
const parts = referralParts({
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
writeFileSync(path, withParts(readFileSync(path, 'utf8'), parts));
