import {
  ACCEPTANCE_SCOPES,
  CONFIDENCES,
  FILE_KINDS,
  GROUNDS,
  MODIFIERS,
  NEXUS_BASISES,
  OFFENCE_TYPES,
  PRIORITIES,
  PRIORITY_REASONS,
} from '#libs/contracts';
import type { CaseReader } from '#libs/access';
import { z } from 'zod';
import type { ReadableReferral } from './referral-rows.js';
import { referralStatuses } from './referral-statuses.js';
import { referralExample } from './referral.example.js';

/** A closed list, and UNKNOWN for codes of a newer writer. */
const code = <const T extends readonly string[]>(list: T) => z.enum<[...T, 'UNKNOWN']>([...list, 'UNKNOWN']);
const time = z.iso.datetime();

const party = z.strictObject({ agency: z.string(), role: z.string(), country: z.string() });

const graded = z
  .strictObject({ level: z.enum(PRIORITIES), reasons: z.array(code(PRIORITY_REASONS)).readonly() })
  .nullable();

/** A referral as one of its parties sees it. */
export const referralView = z
  .strictObject({
    id: z.string(),
    status: z.enum(referralStatuses).meta({ description: 'vocabulary 2.2' }),
    since: time.meta({ description: 'When it came into this state.' }),
    submittedAt: time,
    from: party,
    to: party,
    priority: z.strictObject({
      driving: z.enum(PRIORITIES).nullable().meta({ description: 'The higher of both: it drives.' }),
      sender: graded,
      receiver: graded,
    }),
    reference: z.string().nullable().meta({ description: "The sender's own administrative reference." }),
    reporter: z.strictObject({ company: z.string(), role: z.string() }).nullable(),
    incident: z.strictObject({
      offenceType: code(OFFENCE_TYPES),
      modifiers: z.array(code(MODIFIERS)).readonly(),
      occurredAt: time.nullable(),
      zone: z.string().nullable(),
    }),
    files: z.array(z.strictObject({ kind: code(FILE_KINDS), count: z.int() })).readonly(),
    nexus: z
      .array(z.strictObject({ country: z.string(), basis: code(NEXUS_BASISES), confidence: code(CONFIDENCES) }))
      .readonly(),
    acceptance: z.strictObject({ scope: code(ACCEPTANCE_SCOPES), reason: code(GROUNDS).nullable() }).nullable(),
    rejection: z
      .strictObject({
        reason: code(GROUNDS),
        partialConsidered: z.boolean(),
        suggested: party.nullable(),
        duplicateOf: z
          .string()
          .nullable()
          .meta({ description: 'Null also for a sender who is no party of that referral.' }),
      })
      .nullable(),
    synthetic: z.boolean().meta({ description: 'An exercise: never real work.' }),
    availableAt: time.meta({ description: 'When it came to be readable here.' }),
    parked: z
      .boolean()
      .meta({ description: 'An event of this referral waits for repair: what is shown may be behind.' }),
  })
  .meta({ id: 'Referral', example: referralExample });

export type ReferralView = z.output<typeof referralView>;

/** @param reader who asked; of the two parties only who stated a duplicate, or may read it, is told which it is */
export function referralViewOf({ row, parkedAt, duplicateKnown }: ReadableReferral, reader: CaseReader): ReferralView {
  const known = duplicateKnown || row.recipient_agency === reader.agency;
  return {
    id: row.id,
    status: row.status,
    since: row.since.toISOString(),
    submittedAt: row.submitted_at.toISOString(),
    from: { agency: row.sender_agency, role: row.sender_role, country: row.sender_country },
    to: { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country },
    priority: {
      driving: row.driving_priority,
      sender: row.sender_priority && { level: row.sender_priority, reasons: row.sender_reasons },
      receiver: row.receiver_priority && { level: row.receiver_priority, reasons: row.receiver_reasons },
    },
    reference: row.reference,
    reporter: row.reporter,
    incident: {
      offenceType: row.offence_type,
      modifiers: row.modifiers,
      occurredAt: row.occurred_at?.toISOString() ?? null,
      zone: row.occurred_zone,
    },
    files: row.files,
    nexus: row.nexus,
    acceptance: row.acceptance_scope && { scope: row.acceptance_scope, reason: row.acceptance_reason },
    rejection: row.rejection_reason && {
      reason: row.rejection_reason,
      partialConsidered: row.partial_considered ?? false,
      suggested: row.suggested,
      duplicateOf: known ? row.duplicate_of : null,
    },
    synthetic: row.synthetic,
    availableAt: row.available_at.toISOString(),
    parked: parkedAt !== null,
  };
}
