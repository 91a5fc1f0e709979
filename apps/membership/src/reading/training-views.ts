import { LESSON_FINDINGS, MODIFIERS, NEXUS_BASISES, OFFENCE_TYPES } from '#libs/contracts';
import type { Exercise, HandedOut, Lesson } from '#libs/domain';
import { z } from 'zod';

const moment = z.iso.datetime();

export const exerciseView = z.strictObject({
  id: z.string().meta({ description: 'Code of the exercise.', example: 'EX-2026-NIGHT' }),
  name: z.string(),
  status: z.enum(['RUNNING', 'ENDED']),
  since: moment,
  participants: z.array(z.string()),
  plannedEnd: moment.nullable(),
});

export const lessonView = z.strictObject({
  id: z.string().meta({ description: 'Number of the lesson, in the order in which they were recorded.' }),
  exercise: z.string().nullable().meta({ description: 'Null where practice taught it.' }),
  ruleIds: z.array(z.string()).meta({ example: ['R1.5', '2.4 I3'] }),
  finding: z.enum([...LESSON_FINDINGS, 'UNKNOWN']),
  text: z.string(),
  change: z.string().nullable().meta({ description: 'The change proposal that followed from it.' }),
  at: moment,
});

/** What whoever grades is told: nothing of the level that it stands for, nor of what others made of it. */
export const trainingCaseView = z.strictObject({
  id: z.string().meta({ description: 'Reference of the referral that grades it.', example: 'EX-2026-NIGHT-K07' }),
  facts: z.string(),
  offenceType: z.enum([...OFFENCE_TYPES, 'UNKNOWN']),
  modifiers: z.array(z.enum([...MODIFIERS, 'UNKNOWN'])),
  nexus: z.enum([...NEXUS_BASISES, 'UNKNOWN']),
});

export const trainingCaseViewOf = ({ reference, case: given }: HandedOut): z.output<typeof trainingCaseView> => ({
  id: reference,
  facts: given.facts,
  offenceType: given.offenceType,
  modifiers: [...given.modifiers],
  nexus: given.nexus,
});

export function exerciseViewOf(id: string, exercise: Exercise): z.output<typeof exerciseView> {
  const { name, status, since, participants, plannedEnd } = exercise;
  return {
    id,
    name,
    status,
    since: new Date(since).toISOString(),
    participants: [...participants],
    plannedEnd: plannedEnd === null ? null : new Date(plannedEnd).toISOString(),
  };
}

export function lessonViewOf({ ruleIds, at, ...lesson }: Lesson, index: number): z.output<typeof lessonView> {
  return { id: String(index + 1), ...lesson, ruleIds: [...ruleIds], at: new Date(at).toISOString() };
}
