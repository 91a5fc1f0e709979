import {
  ACCURACIES,
  CLOSE_REASONS,
  DECLINE_REASONS,
  EXTRADITION_FLAGS,
  HOLD_REASONS,
  OUTCOMES,
  REOPEN_REASONS,
} from '#libs/contracts';
import { z } from 'zod';
import { codes, day, distinct, instant, note, optional } from './fields.js';

export const suspensionSchema = z.strictObject({
  reason: z.enum(HOLD_REASONS),
  reviewAt: instant.meta({
    description: 'When the work is looked at again: ahead, and no further than the rules allow.',
  }),
  note,
});

export const delaySchema = z.strictObject({
  reason: z.enum(HOLD_REASONS),
  impossible: z.boolean().default(false).meta({ description: 'It cannot act at all, rather than late.' }),
  until: optional(instant).meta({ description: 'When it expects to act.' }),
  note,
});

const MOST_OUTCOMES = 50;

const outcome = z.strictObject({ outcome: z.enum(OUTCOMES), on: day, accuracy: z.enum(ACCURACIES) });

export const outcomes = distinct(
  outcome,
  { least: 1, most: MOST_OUTCOMES },
  ({ outcome: code, on, accuracy }) => `${code} ${on} ${accuracy}`,
);

export const reportSchema = z.strictObject({
  outcomes,
  extraditionFlag: optional(z.enum(EXTRADITION_FLAGS)).meta({ description: 'Where extradition stands now.' }),
  note,
});

export const closingSchema = z.strictObject({ reasons: codes(CLOSE_REASONS, 1) });

export const reopeningSchema = z.strictObject({ reason: z.enum(REOPEN_REASONS), note });

export const declineSchema = z.strictObject({ reason: z.enum(DECLINE_REASONS), note });
