import { z } from 'zod';
import { agencyCode, instant, noteReference, optional } from './fields.js';

export const riskAssessment = optional(
  z.strictObject({
    tool: noteReference,
    version: noteReference,
    value: noteReference,
    assessor: noteReference,
    assessedAt: instant,
  }),
).meta({
  description: 'What a tool or a person made of the risk. Attached as it is; no level follows from it (R1.3).',
});

export const externalPriority = optional(
  z.strictObject({ scheme: noteReference, code: noteReference, setBy: agencyCode, setAt: instant }),
).meta({ description: 'The level of another scheme, for information; nothing is decided by it.' });
