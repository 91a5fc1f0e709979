import { ACCEPTANCE_SCOPES, GROUNDS } from '#libs/contracts';
import { parseReferralId } from '#libs/kernel';
import { z } from 'zod';
import { agencyCode, optional } from './fields.js';
import { roleCode } from './role-code.js';

/** A command that needs no words: no body, or an empty object. */
export const nothingSchema = z
  .strictObject({})
  .nullish()
  .transform(() => ({}));

export const acceptanceSchema = z.strictObject({
  scope: z.enum(ACCEPTANCE_SCOPES),
  reason: optional(z.enum(GROUNDS)).meta({ description: 'Why only in part or on conditions; never with FULL.' }),
});

const referralId = z
  .string()
  .max(64)
  .refine((id) => parseReferralId(id) !== null, { params: { rule: 'NOT_A_REFERRAL_ID' } });

export const rejectionSchema = z.strictObject({
  reason: z.enum(GROUNDS),
  partialConsidered: z.boolean().default(false).meta({
    description: 'Partial or conditional acceptance was considered first; required for grounds of competence and law.',
  }),
  suggested: optional(z.strictObject({ agency: agencyCode, role: optional(roleCode) })).meta({
    description: 'Who is competent; required for WRONG_RECIPIENT.',
  }),
  duplicateOf: optional(referralId).meta({
    description: 'The referral that this one repeats; required for DUPLICATE.',
  }),
});

export type Acceptance = z.output<typeof acceptanceSchema>;
export type Rejection = z.output<typeof rejectionSchema>;
