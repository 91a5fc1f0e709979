import { z } from 'zod';
import { FAMILIES, TYPES } from '../sending/filed.js';

const LONGEST_OVERLAP_HOURS = 168;

const some = <T extends z.ZodType>(each: T): z.ZodOptional<z.ZodArray<T>> => z.array(each).min(1).max(100).optional();

export const subscriptionSchema = z
  .strictObject({
    topics: some(z.enum(FAMILIES)).meta({ description: 'Families of events.' }),
    types: some(z.enum(TYPES)).meta({ description: 'Names of events.' }),
    jurisdictions: some(z.string().regex(/^[A-Z]{2}$/)).meta({
      description: 'Countries that a referral was sent from or to.',
    }),
    priorities: some(z.enum(['P1', 'P2', 'P3', 'P4'])).meta({
      description: 'Driving priority of the referral. What has none that the agency is told of is sent as well.',
    }),
  })
  .meta({ description: 'What is wanted of the feed: all that is given must fit, and nothing given is everything.' });

export const registrationSchema = z.strictObject({
  url: z.string().min(1).max(2_048).meta({ description: 'https address of an allowed host.' }),
  description: z.string().max(200).default('').meta({ description: 'For people; nothing of a case.' }),
  subscription: subscriptionSchema.default({}),
  synthetic: z.boolean().default(false).meta({ description: 'Exercises instead of real work.' }),
  cursor: z
    .string()
    .max(4_096)
    .optional()
    .meta({ description: '`next` of an answer of `GET /v1/feed`: begins there. Without it, at the beginning.' }),
});

/** What is not given stays; a subscription that is given takes the place of the whole one. */
export const changeSchema = z
  .strictObject({
    url: registrationSchema.shape.url.optional(),
    description: z.string().max(200).optional().meta({ description: 'For people; nothing of a case.' }),
    subscription: subscriptionSchema.optional(),
  })
  .refine((change) => Object.values(change).some((each) => each !== undefined), { message: 'changes nothing' });

export const changeExample = { subscription: { topics: ['referral', 'escalation'] } };

export const registrationExample = {
  url: 'https://127.0.0.1:9443/bus',
  description: 'Case system, production',
  subscription: { topics: ['referral', 'escalation'], priorities: ['P1', 'P2'] },
};

export const rotationSchema = z.strictObject({
  overlapHours: z
    .int()
    .min(0)
    .max(LONGEST_OVERLAP_HOURS)
    .default(24)
    .meta({ description: 'For so long both secrets sign; 0: the old one is worth nothing from now on.' }),
});

export const nothingSchema = z.strictObject({});

export type ChangeContent = z.output<typeof changeSchema>;
export type RegistrationContent = z.output<typeof registrationSchema>;
