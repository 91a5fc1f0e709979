import {
  BUNDLE_BASISES,
  CONFIDENCES,
  CROSS_BORDER_TYPES,
  DUAL_CRIMINALITIES,
  DUAL_CRIMINALITY_WAIVERS,
  EVIDENCE_KINDS,
  EXTRADITION_FLAGS,
  FILE_KINDS,
  MODIFIERS,
  NEXUS_BASISES,
  OFFENCE_TYPES,
} from '#libs/contracts';
import { LIMITS } from '#libs/domain';
import { z } from 'zod';
import {
  agencyCode,
  codes,
  companyName,
  country,
  distinct,
  instant,
  noteReference,
  optional,
  referralId,
  timeZone,
} from './fields.js';
import { roleCode } from './role-code.js';

const MOST_FILES = 1_000_000;
const MOST_NEXUS = 50;

/** What is said of a case, in a submission and in whatever adds to it or corrects it. */
export const reporter = z.strictObject({ company: companyName, role: roleCode });

export const incident = z.strictObject({
  offenceType: z.enum(OFFENCE_TYPES),
  modifiers: codes(MODIFIERS).default([]),
  occurredAt: optional(instant),
  zone: optional(timeZone),
});

const fileCount = z.strictObject({ kind: z.enum(FILE_KINDS), count: z.int().min(0).max(MOST_FILES) });
export const files = distinct(fileCount, { most: FILE_KINDS.length }, ({ kind }) => kind);

const link = z.strictObject({
  country,
  /** Unknown is a code of this list, and no word that is missing from it (vocabulary 3.4). */
  basis: z.enum([...NEXUS_BASISES, 'UNKNOWN']),
  confidence: z.enum(CONFIDENCES),
});
export const nexus = distinct(link, { most: MOST_NEXUS }, ({ country: to, basis }) => `${to} ${basis}`);

/** vocabulary 3.4: facts of the case as a whole. What belongs to one person is personal data and has no field here. */
export const crossBorder = z.strictObject({
  types: codes(CROSS_BORDER_TYPES).default([]),
  dualCriminality: optional(z.enum(DUAL_CRIMINALITIES)),
  dualCriminalityWaiver: optional(z.enum(DUAL_CRIMINALITY_WAIVERS)).meta({
    description: 'Why dual criminality is not required; with NOT_REQUIRED and never otherwise.',
  }),
  extraditionFlag: optional(z.enum(EXTRADITION_FLAGS)),
  childDefinitionConflict: optional(z.boolean()),
});

const LARGEST_EVIDENCE = Number.MAX_SAFE_INTEGER;

const piece = z.strictObject({
  reference: noteReference.meta({ description: 'By which its holder finds it. Never a file name or a description.' }),
  kind: z.enum(EVIDENCE_KINDS),
  holder: agencyCode,
  mediaType: optional(z.string().max(129)).meta({ example: 'application/pdf' }),
  size: optional(z.int().min(0).max(LARGEST_EVIDENCE)).meta({ description: 'Bytes.' }),
  sha256: optional(z.string().regex(/^[0-9a-f]{64}$/)).meta({
    description: 'Of documents of the allowed kinds and media types only: never of images, video, audio or chat.',
  }),
});
export const evidence = distinct(piece, { most: LIMITS.evidence }, ({ holder, reference }) => `${holder} ${reference}`);

export const bundle = z.strictObject({
  bundle: z.uuid().meta({ description: 'Id of the bundle: any UUID that its members share.' }),
  lead: referralId.meta({ description: 'The referral that leads it.' }),
});

export const bundleBasis = z.enum(BUNDLE_BASISES);

/** Persons are not accepted until what is said of them can be sealed (design 5). */
export const noSubjects = z
  .array(z.never())
  .max(0)
  .nullish()
  .transform((): undefined => undefined)
  .meta({ description: 'Persons concerned. Not accepted yet: absent or empty.' });
