import { describe, expect, it } from '@jest/globals';
import type { Priority } from '#libs/contracts';
import { firstEscalationRules } from '../escalation/first-rules.js';
import { knownLegalClocks, legalClocks } from '../escalation/legal-clocks.js';
import { PRIORITY_LEVELS } from '../escalation/rules.js';
import { faultsOfDocument } from './document-faults.js';
import { firstEscalationDocument } from './escalation-rules.js';
import { referralRulebook } from './referral-rules.js';
import { rules } from './rules-stream.js';

const P1 = firstEscalationRules.levels.P1;
const faults = (changed: object): string[] =>
  faultsOfDocument('RULE_SET', 'escalation', JSON.stringify({ ...JSON.parse(firstEscalationDocument()), ...changed }));
const levels = (level: Exclude<Priority, 'UNKNOWN'>, changed: object): string[] =>
  faults({
    levels: { ...firstEscalationRules.levels, [level]: { ...firstEscalationRules.levels[level], ...changed } },
  });

describe('a version of the rules of the escalation', () => {
  it('that this build begins with is sound, and fits a document', () => {
    expect(faults({})).toEqual([]);
    expect(firstEscalationDocument().length).toBeLessThan(16 * 1024);
  });
  it.each([
    ['without a level', faults({ levels: {} }), 'P1: missing'],
    ['with another level', faults({ levels: { ...firstEscalationRules.levels, P5: {} } }), 'levels: no level P5'],
    ['with another rule', faults({ colour: 1 }), 'colour: no such rule'],
    ['with a level without a clock (1.2, Lanzarote 30(3))', levels('P4', { duties: {} }), 'P4: no ACKNOWLEDGE'],
    ['without examples', levels('P2', { examples: [] }), 'P2: examples need codes of their own and texts'],
    [
      'later than the law allows (1.3)',
      levels('P1', { duties: { ...P1.duties, FIRST_ACTION_LIMIT: { ...P1.duties.FIRST_ACTION_LIMIT, within: 481 } } }),
      'P1/FIRST_ACTION_LIMIT: later than EU-LEIE-URGENT allows',
    ],
    [
      'anchored on what is not confirmed',
      levels('P3', {
        duties: {
          ...firstEscalationRules.levels.P3.duties,
          FIRST_ACTION: { within: 10, warnBefore: 1, legalClock: 'EU-EIO' },
        },
      }),
      'P3/FIRST_ACTION: no legal clock EU-EIO that is known for sure',
    ],
    [
      'with a warning that comes too late',
      levels('P4', { statusUpdate: { every: 10, warnBefore: 10 } }),
      'P4/statusUpdate: every and warnBefore in minutes',
    ],
    [
      'with a ladder that goes down',
      levels('P1', { ladder: [...P1.ladder, P1.ladder[0]] }),
      'P1/ladder/3: later than the step before, in minutes',
    ],
    [
      'that calls upon a role that there is not',
      levels('P1', { ladder: [{ after: 1, who: 'x', reach: [{ where: 'COUNTRY', roles: ['KING'] }] }] }),
      'P1/ladder/0: no role KING',
    ],
    [
      'with a shorter preservation across borders than Budapest 29(7) has',
      faults({ preservation: { ...firstEscalationRules.preservation, leastDaysAbroad: 59 } }),
      'preservation: at least 60 days abroad',
    ],
  ])('%s is refused', (_what, found, expected) => expect(found).toContain(expected));
  it('is what legs are judged by until another one is published', () =>
    expect(referralRulebook(rules.initialState()).escalation.inForce(0)).toEqual(firstEscalationRules));
});

describe('legal clocks (vocabulary 1.2)', () => {
  it('have a source and a mark; what is not confirmed is no fact', () => {
    expect(knownLegalClocks.every(([, { source, mark }]) => source !== '' && mark !== ('U' as string))).toBe(true);
    expect(knownLegalClocks.map(([code]) => code)).not.toContain('EU-EIO');
    expect(legalClocks['EU-LEIE-URGENT'].minutes).toBe(480);
  });
  it('are what the times of the levels are anchored on', () =>
    expect(
      PRIORITY_LEVELS.flatMap((level) =>
        Object.values(firstEscalationRules.levels[level].duties).flatMap(({ legalClock = [] }) => legalClock),
      ),
    ).toEqual(['EU-LEIE-URGENT', 'EU-LEIE-URGENT-INDIRECT', 'EU-LEIE']));
});
