import {
  CONFIDENCES,
  type EventData,
  FILE_KINDS,
  MODIFIERS,
  NEXUS_BASISES,
  OFFENCE_TYPES,
  PRIORITY_REASONS,
} from '#libs/contracts';
import { type Graded, plainSubmission } from '#libs/domain';
import type { Actor } from '#libs/kernel';
import type { Random } from './random.js';

const COUNTRIES = ['PH', 'US', 'GB'] as const;

/** Between whom: the agencies stay the same, what is submitted differs from one to the next. */
export const sender: Actor = {
  agency: 'US-CLEAR',
  role: 'CLEARINGHOUSE',
  country: 'US',
  client: 'urn:client:us-clear:case-management:production:intake-7',
  person: 'staff:0198c1f0-0000-7000-8000-000000000003',
};
export const receiver: Actor = {
  agency: 'PH-WCPC',
  role: 'LE_UNIT',
  country: 'PH',
  client: 'urn:client:ph-wcpc:case-management:production:desk-12',
  person: 'staff:0198c1f0-0000-7000-8000-000000000017',
};

/** A referral with much to say. Codes and references only. */
export function submissionOf(random: Random): EventData<'ReferralSubmitted'> {
  const { agency, role, country } = sender;
  return {
    ...plainSubmission,
    rules: null,
    priorityStanding: null,
    deliveryRules: null,
    concerned: null,
    waiverJudgedBy: null,
    obligation: null,
    from: { agency, role, country },
    to: { agency: receiver.agency, role: receiver.role, country: receiver.country },
    reference: `CT-2026-${String(random.below(1_000_000)).padStart(6, '0')}/national-intake-desk-${random.below(90) + 10}/routine-queue`,
    reporter: {
      company: `Example Video, Messaging and Live Streaming Services (Region ${random.below(90) + 10}) International Holdings Ltd`,
      role: 'INDUSTRY_TS',
    },
    incident: {
      offenceType: random.pick(OFFENCE_TYPES),
      modifiers: MODIFIERS.filter(() => random.below(4) === 0),
      occurredAt: Date.UTC(2026, random.below(10), 1 + random.below(28), random.below(24)),
      zone: 'Asia/Manila',
    },
    files: FILE_KINDS.slice(0, 4).map((kind) => ({ kind, count: random.below(900) })),
    nexus: COUNTRIES.map((code) => ({
      country: code,
      basis: random.pick(NEXUS_BASISES),
      confidence: random.pick(CONFIDENCES),
    })),
    subjects: [],
  };
}

export const gradeOf = (random: Random): Graded => ({
  level: random.pick(['P3', 'P4']),
  reasons: [random.pick(PRIORITY_REASONS), ...PRIORITY_REASONS.slice(0, 2)].filter(
    (reason, at, all) => all.indexOf(reason) === at,
  ),
});
