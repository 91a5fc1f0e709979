import { LESSON_FINDINGS } from '#libs/contracts';
import { EXERCISE_CODE } from '#libs/domain';
import { z } from 'zod';
import { agencyCode, moment, nothingSchema, text } from './fields.js';
import { type MembershipWord, word } from './word.js';

const operators = { 403: ['ROLE_REQUIRED'], 422: ['PERSON_REQUIRED'] };
const MOST_PARTICIPANTS = 500;
const MOST_RULES = 20;

const exerciseSchema = z.strictObject({
  exercise: z.string().regex(EXERCISE_CODE),
  name: text(120),
  participants: z
    .array(agencyCode)
    .min(2)
    .max(MOST_PARTICIPANTS)
    .refine((agencies) => new Set(agencies).size === agencies.length, { params: { rule: 'DUPLICATE' } }),
  plannedEnd: moment.nullable().default(null),
});

const lessonSchema = z.strictObject({
  ruleIds: z.array(z.string().max(16)).min(1).max(MOST_RULES).meta({ description: 'Ids of rules of the vocabulary.' }),
  finding: z.enum(LESSON_FINDINGS),
  text: text(1_000).meta({ description: 'About rules, never about persons or cases.' }),
  change: z
    .string()
    .max(64)
    .nullable()
    .default(null)
    .meta({ description: 'The change proposal that follows from it.' }),
});

const exampleLesson = {
  ruleIds: ['R1.5', '2.4 I3'],
  finding: 'RULE_UNCLEAR',
  text: 'Two desks read the grounds for a partial acceptance in two ways: the examples need one for each.',
} as const;

/** What is said of drills and of what they teach (vocabulary 9, mission S7). */
export const exerciseWords: readonly MembershipWord[] = [
  word({
    type: 'StartExercise',
    path: 'exercises',
    summary: 'Start an exercise between agencies',
    description:
      'What its participants submit into it runs on production rules, and is synthetic from its first event on: never in ' +
      'real lists, counts or statistics.',
    schema: exerciseSchema,
    example: { exercise: 'EX-2026-NIGHT', name: 'Night shift', participants: ['GB-HOTLINE', 'JP-NCP'] },
    refusals: { ...operators, 409: ['EXERCISE_EXISTS'], 422: ['EXERCISE_PARTICIPANT_UNKNOWN', 'PERSON_REQUIRED'] },
    said: (data) => ({ type: 'StartExercise', data }),
  }),
  word({
    type: 'EndExercise',
    path: 'exercises/:exercise/end',
    summary: 'End an exercise',
    description: 'Nothing more is submitted into it. Its referrals stay, and so does its report.',
    schema: nothingSchema,
    example: null,
    refusals: { ...operators, 404: ['EXERCISE_NOT_FOUND'] },
    said: (_nothing, { exercise }) => ({ type: 'EndExercise', data: { exercise } }),
  }),
  word({
    type: 'RecordLesson',
    path: 'exercises/:exercise/lessons',
    summary: 'Record what an exercise taught about rules',
    description: 'While it runs or afterwards. It appears in the report of the exercise.',
    schema: lessonSchema,
    example: exampleLesson,
    refusals: {
      ...operators,
      404: ['EXERCISE_NOT_FOUND'],
      422: ['LESSON_RULE_INVALID', 'LESSON_RULE_UNKNOWN', 'PERSON_REQUIRED'],
    },
    said: (lesson, { exercise }) => ({ type: 'RecordLesson', data: { ...lesson, exercise } }),
  }),
  word({
    type: 'RecordLesson',
    path: 'lessons',
    summary: 'Record what practice taught about rules',
    description: 'Outside of any exercise: a fact of real work.',
    schema: lessonSchema,
    example: exampleLesson,
    refusals: { ...operators, 422: ['LESSON_RULE_INVALID', 'LESSON_RULE_UNKNOWN', 'PERSON_REQUIRED'] },
    said: (lesson) => ({ type: 'RecordLesson', data: { ...lesson, exercise: null } }),
  }),
];
