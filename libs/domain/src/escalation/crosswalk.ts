import type { Level } from './rules.js';

/** What levels of other schemes suggest. Informative only: a person or agency sets the level (vocabulary 1.4). */
const proposals: Readonly<Record<string, Readonly<Record<string, readonly Level[]>>>> = {
  NCMEC: {
    ESCALATED: ['P1', 'P2'],
    '1': ['P1', 'P2'],
    REFERRAL: ['P2', 'P3'],
    INFORMATIONAL: ['P4'],
  },
  'EU-DSA18': { NOTICE: ['P1', 'P2'] },
  'EU-EPOC': { EMERGENCY: ['P1'] },
  PRIMERO: { HIGH: ['P2'] },
};

/** The levels that another scheme's code suggests, the most urgent first; empty where nothing is known of it. */
export function proposedFor(scheme: string, code: string): readonly Level[] {
  const codes = Object.hasOwn(proposals, scheme) ? proposals[scheme] : undefined;
  return codes && Object.hasOwn(codes, code) ? (codes[code] ?? []) : [];
}
