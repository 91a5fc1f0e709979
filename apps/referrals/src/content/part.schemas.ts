import { CORRECTION_REASONS, ERROR_REASONS, MODIFIERS } from '#libs/contracts';
import { z } from 'zod';
import { crossBorder, evidence, files, incident, nexus, noSubjects, reporter } from './case.schemas.js';
import { codes, eventId, note, optional, reference } from './fields.js';
import { outcomes } from './work.schemas.js';

/** What a party adds to a case. */
export const additions = z.strictObject({
  modifiers: codes(MODIFIERS).default([]),
  files: files.default([]),
  nexus: nexus.default([]),
  evidence: evidence.default([]),
  crossBorder: optional(crossBorder),
  subjects: noSubjects,
});

const part = optional(eventId).meta({
  description: 'The statement that is meant: its event id, as `part` of the answer to it. Absent: the submission.',
});

export const supplementSchema = z.strictObject({ part, additions: additions.prefault({}), note });

/** Each field that is given stands instead of the earlier one, lists as a whole. */
export const correctionSchema = z.strictObject({
  part,
  reason: z.enum(CORRECTION_REASONS),
  reference: optional(reference),
  reporter: optional(reporter),
  incident: optional(incident),
  modifiers: optional(codes(MODIFIERS)),
  files: optional(files),
  nexus: optional(nexus),
  evidence: optional(evidence),
  crossBorder: optional(crossBorder),
  outcomes: optional(outcomes),
  subjects: noSubjects,
  note,
});

export const errorSchema = z.strictObject({ reason: z.enum(ERROR_REASONS), note });

export const partErrorSchema = z.strictObject({ part: eventId, reason: z.enum(ERROR_REASONS), note });
