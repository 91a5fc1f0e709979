import given from '../../../../reference/rules/escalation.json' with { type: 'json' };
import type { EscalationRules } from './rules.js';

/**
 * Vocabulary 1.3 as it is proposed. The times of safeguarding are those of the first action, and those of the delivery
 * are ours: the vocabulary sets none.
 */
export const firstEscalationRules: EscalationRules = { version: 1, ...(given as Omit<EscalationRules, 'version'>) };
