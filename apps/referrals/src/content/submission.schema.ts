import {
  CONFIDENCES,
  FILE_KINDS,
  MODIFIERS,
  NEXUS_BASISES,
  OFFENCE_TYPES,
  PRIORITIES,
  PRIORITY_REASONS,
} from '#libs/contracts';
import { z } from 'zod';
import { agencyCode, companyName, country, distinct, instant, optional, reference, timeZone } from './fields.js';
import { roleCode } from './role-code.js';

const MOST_FILES = 1_000_000;
const MOST_NEXUS = 50;

const incident = z.strictObject({
  offenceType: z.enum(OFFENCE_TYPES),
  modifiers: distinct(z.enum(MODIFIERS), { most: MODIFIERS.length }, (code) => code).default([]),
  occurredAt: optional(instant),
  zone: optional(timeZone),
});

const fileCount = z.strictObject({ kind: z.enum(FILE_KINDS), count: z.int().min(0).max(MOST_FILES) });

const nexus = z.strictObject({
  country,
  basis: z.enum(NEXUS_BASISES),
  confidence: z.enum(CONFIDENCES),
});

const priority = z.strictObject({
  level: z.enum(PRIORITIES),
  reasons: distinct(z.enum(PRIORITY_REASONS), { least: 1, most: PRIORITY_REASONS.length }, (code) => code),
});

/**
 * What a sender says of a referral. Strict at every level: who sends, which lane, which position, which state is never the
 * sender's to say (faults Z3). Reading it gives the fields in this order, whatever order they were sent in.
 */
export const submissionSchema = z.strictObject({
  to: z.strictObject({ agency: agencyCode, role: optional(roleCode) }),
  reference: optional(reference),
  reporter: optional(z.strictObject({ company: companyName, role: roleCode })),
  incident,
  files: distinct(fileCount, { most: FILE_KINDS.length }, ({ kind }) => kind).default([]),
  nexus: distinct(nexus, { most: MOST_NEXUS }, (link) => `${link.country} ${link.basis}`).default([]),
  priority,
  sentAt: optional(instant),
  synthetic: z.boolean().default(false),
  subjects: z
    .array(z.never())
    .max(0)
    .nullish()
    .transform((): undefined => undefined)
    .meta({ description: 'Persons concerned. Not accepted yet: absent or empty.' }),
});

export type Submission = z.output<typeof submissionSchema>;
