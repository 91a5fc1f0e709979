import { IDEMPOTENCY_KEY } from '#libs/accepting';
import { z } from 'zod';
import { submissionSchema } from '../content/submission.schema.js';
import { answerSchema } from '../referral/answer.js';

export const MOST_ITEMS = 500;

/** The batch alone; what its items hold is judged item by item. */
export const batchSchema = z.strictObject({ items: z.array(z.unknown()).min(1).max(MOST_ITEMS) });

/** An item; its parts are judged as those of a single submission are. */
export const itemSchema = z.strictObject({ idempotencyKey: z.unknown().optional(), referral: z.unknown().optional() });

/** What a sender is told: the same, with what is judged later. */
export const describedBatchSchema = z.strictObject({
  items: z
    .array(z.strictObject({ idempotencyKey: z.string().regex(IDEMPOTENCY_KEY), referral: submissionSchema }))
    .min(1)
    .max(MOST_ITEMS),
});

export const batchAnswerSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      index: z.int().min(0),
      status: z.int().meta({ description: 'As the HTTP status of a single submission: 201 when accepted.' }),
      id: z.string().optional(),
      referral: answerSchema.optional(),
      busPosition: z.string().optional(),
      retryAfter: z.int().optional().meta({ description: 'Seconds, for 429 and 503.' }),
      problem: z.looseObject({ code: z.string() }).optional().meta({
        description: 'As the problem of a single submission; paths of faults are within `referral`.',
      }),
    }),
  ),
});
