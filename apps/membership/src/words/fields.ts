import { AVAILABILITIES, CAPACITY_STATES, CHANGE_END_REASONS, MEMBERSHIP_REASONS } from '#libs/contracts';
import { DOCUMENT_KINDS, EXERCISE_CODE, roles, type Role } from '#libs/domain';
import { z } from 'zod';
import { calendarSchema } from './calendar-words.js';

export const agencyCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/);
export const roleCode = z.enum(Object.keys(roles) as [Role, ...Role[]]);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
export const text = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** A moment as users write it, kept in milliseconds. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((written) => Date.parse(written))
  .meta({ description: 'A moment with its zone.', example: '2027-01-04T08:00:00Z' });

export const rightsSchema = z.strictObject({
  originate: z.boolean(),
  receive: z.boolean(),
  setPriority: z.boolean(),
});

export const memberSchema = z.strictObject({
  agency: agencyCode,
  name: text(120),
  country: countryCode,
  roles: z.array(roleCode).min(1).max(18),
  rights: rightsSchema.nullable().default(null).meta({ description: 'Narrower rights than the roles give.' }),
  needsRelease: z.boolean().default(false).meta({ description: 'A second person releases its referrals.' }),
});

export const reason = z.enum(MEMBERSHIP_REASONS);

export const changeSchema = z.strictObject({
  kind: z.enum(['SUSPENSION', 'DEPARTURE']),
  agency: agencyCode,
  reason,
});

export const changeEndSchema = z.strictObject({ reason: z.enum(CHANGE_END_REASONS) });

export const clientName = z.string().regex(/^[\x21-\x7e]{1,128}$/);
export const clientSchema = z.strictObject({ client: clientName });
export const reasonSchema = z.strictObject({ reason });
export const admissionSchema = z.strictObject({
  proposal: z
    .uuid()
    .meta({ description: 'The proposal that the person has looked at, by the id with which it is shown.' }),
});
export const nothingSchema = z
  .strictObject({})
  .nullish()
  .transform(() => ({}));

const channel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('WEBHOOK'),
    address: z.uuid().meta({ description: 'Id of a webhook that the agency registered and enabled.' }),
  }),
  z.strictObject({
    kind: z.literal('SMTP'),
    address: z.email().max(254).meta({ description: 'Mail address of the desk, never of a person.' }),
  }),
]);

export const contactSchema = z.strictObject({
  availability: z.enum(AVAILABILITIES),
  desk: text(120),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable()
    .default(null),
  email: z.email().max(254).nullable().default(null),
  hours: text(120).nullable().default(null).meta({ description: 'For people: nothing is reckoned by it.' }),
  zone: text(64).nullable().default(null).meta({ description: 'Of `hours`.' }),
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .max(20)
    .default([]),
  channels: z.array(channel).max(8).nullable().default(null).meta({
    description:
      'By what the bus itself calls the desk when somebody must act, all of them each time. null: by its mail address alone, where it has one.',
  }),
  calendar: calendarSchema.nullable().default(null).meta({
    description:
      'When a desk of OFFICE_HOURS is staffed: the ladder passes it over while it is closed, or waits for it. null: it may be there at any time.',
  }),
});

export const capacitySchema = z.strictObject({
  state: z.enum(CAPACITY_STATES),
  from: moment,
  until: moment.nullable().default(null),
});

export const maintenanceSchema = z.strictObject({ from: moment, until: moment.nullable().default(null) });

const exercise = z
  .string()
  .regex(EXERCISE_CODE)
  .nullable()
  .default(null)
  .meta({ description: 'Code of the exercise that this belongs to: it holds for no real case.' });

export const proposalSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  subject: text(64).meta({ description: 'Name of the rule set or code list, or code of the instrument.' }),
  document: z.record(z.string(), z.unknown()).meta({ description: 'The whole text that is proposed.' }),
  inForceFrom: moment,
  commentsUntil: moment.nullable().default(null).meta({ description: 'Sooner than in two months: in exercises only.' }),
  exercise,
});

export const commentSchema = z.strictObject({
  comment: text(2_000).meta({ description: 'About the rule, never about a case.' }),
  exercise,
});

export const approvalSchema = z.strictObject({ exercise });
export const endingSchema = z.strictObject({ reason: z.enum(CHANGE_END_REASONS), exercise });

const lanes = z.array(z.int().min(0).max(1_000_000)).min(1).max(1_000);
export const lanesSchema = z.strictObject({ routine: lanes, urgent: lanes, access: lanes });
