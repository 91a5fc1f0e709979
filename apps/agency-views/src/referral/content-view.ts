import {
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
import { z } from 'zod';
import { code, time } from '../reading/view-fields.js';
import type { ReferralRow } from './referral-row.js';

/** What may be said of a case, at once or bit by bit. */
export const caseFacts = {
  files: z.array(z.strictObject({ kind: code(FILE_KINDS), count: z.int() })).readonly(),
  nexus: z
    .array(z.strictObject({ country: z.string(), basis: code(NEXUS_BASISES), confidence: code(CONFIDENCES) }))
    .readonly(),
  evidence: z
    .array(
      z.strictObject({
        reference: z.string(),
        kind: code(EVIDENCE_KINDS),
        holder: z.string(),
        mediaType: z.string().nullable(),
        size: z.number().nullable(),
        sha256: z.string().nullable().meta({ description: 'Hex; of documents of allowed kinds only.' }),
      }),
    )
    .readonly()
    .meta({ description: 'By reference: evidence stays with its holder.' }),
  crossBorder: z
    .strictObject({
      types: z.array(code(CROSS_BORDER_TYPES)).readonly(),
      dualCriminality: code(DUAL_CRIMINALITIES).nullable(),
      dualCriminalityWaiver: code(DUAL_CRIMINALITY_WAIVERS).nullable(),
      extraditionFlag: code(EXTRADITION_FLAGS).nullable(),
      childDefinitionConflict: z.boolean().nullable(),
    })
    .nullable(),
};

/** A submission as it stands after corrections. */
export const contentFields = {
  version: z.int().meta({ description: 'Of the submission; corrections and supplements raise it.' }),
  reference: z.string().nullable().meta({ description: "The sender's own administrative reference." }),
  reporter: z.strictObject({ company: z.string(), role: z.string() }).nullable(),
  incident: z
    .strictObject({
      offenceType: code(OFFENCE_TYPES),
      modifiers: z.array(code(MODIFIERS)).readonly(),
      occurredAt: time.nullable(),
      zone: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'Null where only state and outcome were opened to the caller.' }),
  ...caseFacts,
  procedureRequested: z.string().nullable().meta({ description: "The sender's own reference." }),
};

type Content = z.output<z.ZodObject<typeof contentFields>>;

export function contentOf(row: ReferralRow): Content {
  return {
    version: row.version,
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
    evidence: row.evidence,
    crossBorder: row.cross_border,
    procedureRequested: row.procedure,
  };
}

/** What a reader sees of the content to whom only state and outcome were opened. */
export const withheldContent = ({ version }: ReferralRow): Content => ({
  version,
  reference: null,
  reporter: null,
  incident: null,
  files: [],
  nexus: [],
  evidence: [],
  crossBorder: null,
  procedureRequested: null,
});
