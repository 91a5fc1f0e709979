import { PRIORITY_REASONS } from '#libs/contracts';
import { z } from 'zod';
import { externalPriority, riskAssessment } from './attached.js';
import { bundle, crossBorder, evidence, files, incident, nexus, noSubjects, reporter } from './case.schemas.js';
import { agencyCode, codes, exerciseCode, instant, noteReference, optional, reference } from './fields.js';
import { level } from './level.js';
import { roleCode } from './role-code.js';

const priority = z.strictObject({ level, reasons: codes(PRIORITY_REASONS, 1), riskAssessment, externalPriority });

/** An agency in one of its roles; by itself the first one that may receive. */
export const addressee = z.strictObject({ agency: agencyCode, role: optional(roleCode) });

/**
 * What a sender says of a referral. Strict at every level: who sends, which lane, which position, which state is never the
 * sender's to say (faults Z3). Reading it gives the fields in this order, whatever order they were sent in.
 */
export const submissionSchema = z.strictObject({
  to: addressee,
  reference: optional(reference),
  reporter: optional(reporter),
  incident,
  files: files.default([]),
  nexus: nexus.default([]),
  priority,
  sentAt: optional(instant),
  synthetic: z.boolean().default(false),
  subjects: noSubjects,
  crossBorder: optional(crossBorder),
  evidence: optional(evidence),
  procedureRequested: optional(noteReference).meta({
    description:
      "Opaque reference to the sender's statement of the procedure it asks for (Budapest 27(3)). Never text.",
  }),
  bundle: optional(bundle),
  exercise: optional(exerciseCode),
});

export type Submission = z.output<typeof submissionSchema>;

/** Whoever submits into an exercise need not say so again. */
export const isSynthetic = ({ synthetic, exercise }: Submission): boolean => synthetic || exercise !== undefined;
