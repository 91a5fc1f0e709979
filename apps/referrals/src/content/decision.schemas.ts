import {
  ACCEPTANCE_SCOPES,
  GROUNDS,
  HANDLING_CONDITIONS,
  INFO_REQUEST_TYPES,
  WITHDRAWAL_REASONS,
} from '#libs/contracts';
import { z } from 'zod';
import { codes, instant, note, optional, referralId } from './fields.js';
import { addressee } from './submission.schema.js';
import { additions } from './part.schemas.js';

/** A command that needs no words: no body, or an empty object. */
export const nothingSchema = z
  .strictObject({})
  .nullish()
  .transform(() => ({}));

export const acceptanceSchema = z.strictObject({
  scope: z.enum(ACCEPTANCE_SCOPES),
  reason: optional(z.enum(GROUNDS)).meta({ description: 'Why only in part or on conditions; never with FULL.' }),
  conditions: optional(codes(HANDLING_CONDITIONS, 1)).meta({
    description: 'On what conditions; required with CONDITIONAL, and never otherwise.',
  }),
  note,
});

export const rejectionSchema = z.strictObject({
  reason: z.enum(GROUNDS),
  partialConsidered: z.boolean().default(false).meta({
    description: 'Partial or conditional acceptance was considered first; required for grounds of competence and law.',
  }),
  suggested: optional(addressee).meta({ description: 'Who is competent; required for WRONG_RECIPIENT.' }),
  duplicateOf: optional(referralId).meta({
    description: 'The referral that this one repeats; required for DUPLICATE.',
  }),
  note,
});

/** A ground, for what has one and nothing else. */
export const refusalSchema = z.strictObject({ reason: z.enum(GROUNDS), note });

export const informationRequestSchema = z.strictObject({
  types: codes(INFO_REQUEST_TYPES, 1),
  wantedBy: optional(instant).meta({ description: 'A wish; nothing expires by it.' }),
  note,
});

export const informationSchema = z.strictObject({
  answered: codes(INFO_REQUEST_TYPES).default([]).meta({ description: 'Answered by the additions, or by the note.' }),
  unavailable: codes(INFO_REQUEST_TYPES).default([]).meta({ description: 'What the sender cannot give.' }),
  additions: additions.prefault({}),
  note,
});

export const withdrawalSchema = z.strictObject({ reason: z.enum(WITHDRAWAL_REASONS), note });

export const onwardSchema = z.strictObject({
  to: addressee,
  reason: optional(z.enum(GROUNDS)).meta({ description: 'Why the agency does not keep it.' }),
  note,
});
