import {
  ESCALATION_REPLIES,
  LOWERING_REASONS,
  OFFENCE_TYPES,
  ONWARD_REPLIES,
  PRESERVATION_ENDS,
  PRESERVATION_FOLLOW_UPS,
  PRESERVATION_NECESSITIES,
  PRESERVED_DATA_KINDS,
  PRIORITY_REASONS,
  SAFEGUARDING_MEASURES,
  SAFEGUARDING_RESULTS,
  VOICE_RESULTS,
} from '#libs/contracts';
import { z } from 'zod';
import { externalPriority, riskAssessment } from './attached.js';
import { codes, companyName, country, eventId, instant, note, noteReference, optional } from './fields.js';
import { level } from './level.js';
import { addressee } from './submission.schema.js';

const reasons = codes(PRIORITY_REASONS, 1);

export const confirmationSchema = z.strictObject({ reasons, riskAssessment, externalPriority });

export const raiseSchema = z.strictObject({ level, reasons, riskAssessment, externalPriority, note });

export const loweringSchema = z.strictObject({
  level,
  reasons,
  lowering: z.enum(LOWERING_REASONS).meta({ description: 'Why it is lowered.' }),
  riskAssessment,
  externalPriority,
  note,
});

export const notedSchema = z
  .strictObject({ note })
  .nullish()
  .transform((said) => ({ note: said?.note }));

export const disputeSchema = z.strictObject({ reasons, note });

export const resolutionSchema = z.strictObject({
  level,
  reasons,
  lowering: optional(z.enum(LOWERING_REASONS)).meta({ description: 'Why it is lowered; absent where P1 is upheld.' }),
  note,
});

export const voiceContactSchema = z.strictObject({
  at: instant,
  to: addressee.meta({ description: 'Who was called, in which role.' }),
  result: z.enum(VOICE_RESULTS),
  note,
});

export const replySchema = z.strictObject({ reply: z.enum(ESCALATION_REPLIES), note });

export const onwardReplySchema = z.strictObject({
  reply: z.enum(ONWARD_REPLIES),
  competent: optional(addressee).meta({ description: 'Who is competent; required for NAMES_OTHER, and for it only.' }),
  note,
});

export const safeguardingSchema = z.strictObject({
  measure: z.enum(SAFEGUARDING_MEASURES),
  country,
  service: optional(addressee).meta({ description: 'The service, where it takes part in the bus.' }),
  note,
});

export const safeguardingResultSchema = z.strictObject({
  notified: eventId,
  result: z.enum(SAFEGUARDING_RESULTS),
  note,
});

export const preservationSchema = z.strictObject({
  authority: addressee.meta({ description: 'The authority that seeks it (Budapest 29(2)a).' }),
  offence: z.enum(OFFENCE_TYPES),
  facts: noteReference.meta({
    description: 'Opaque reference to the summary of facts, which stays with the authority. Never text (29(2)b).',
    example: 'FACTS-118402',
  }),
  data: codes(PRESERVED_DATA_KINDS, 1).meta({ description: 'What is to be preserved (29(2)c).' }),
  custodian: optional(companyName).meta({ description: 'Who holds it, a company (29(2)d).' }),
  location: optional(country).meta({ description: 'Country where it is stored (29(2)d).' }),
  necessity: z.enum(PRESERVATION_NECESSITIES).meta({ description: 'Why now (29(2)e).' }),
  followUp: z.enum(PRESERVATION_FOLLOW_UPS).meta({ description: 'What will be asked for (29(2)f).' }),
  crossBorder: z.boolean().meta({ description: 'Asked for in another country.' }),
  wantedUntil: optional(instant),
  note,
});

export const preservedSchema = z.strictObject({
  request: eventId,
  until: instant,
  reference: optional(noteReference).meta({ description: 'Reference of the custodian.' }),
  note,
});

export const releaseSchema = z.strictObject({
  request: optional(eventId).meta({ description: 'Absent where there is nothing to preserve.' }),
  reason: z.enum(PRESERVATION_ENDS),
  note,
});
