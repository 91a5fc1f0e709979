import { LESSON_FINDINGS, PRIORITIES } from '#libs/contracts';
import { type EscalationRules, type Exercise, type ExerciseReport, type Lesson, REFERRAL_STATUSES } from '#libs/domain';
import { z } from 'zod';
import { code, time } from '../reading/view-fields.js';

const count = z.int().min(0);
const seconds = z.number().min(0);

const step = z.strictObject({
  from: z.enum(REFERRAL_STATUSES),
  to: z.enum(REFERRAL_STATUSES),
  count,
  median: seconds,
  p90: seconds,
  longest: seconds,
});

const grading = z.strictObject({
  agencies: z.tuple([z.string(), z.string()]),
  cases: count.meta({ description: 'That both graded, neither shown what the other had made of it.' }),
  shown: count.meta({
    description: 'Left out: cases that both graded, and one was shown the level that the other gave.',
  }),
  observed: z.number().meta({ description: 'Part of them that both graded alike.' }),
  expected: z.number().meta({ description: 'Part that would be alike by chance.' }),
  kappa: z.number().nullable().meta({ description: "Cohen's κ; null where one grade was given to all." }),
  target: z.number(),
  reached: z.boolean().nullable().meta({ description: 'Null where there is no κ, or not of all 20 cases.' }),
  differences: z.array(
    z.strictObject({
      reference: z.string().meta({ description: 'As the case was handed out.' }),
      grades: z.tuple([code(PRIORITIES), code(PRIORITIES)]),
      expected: code(PRIORITIES).meta({ description: 'The level that the case stands for.' }),
      example: z
        .strictObject({ code: z.string(), text: z.string() })
        .nullable()
        .meta({ description: 'The practical example of that level, as `rules` have it: what needs better words.' }),
    }),
  ),
});

const lesson = z.strictObject({
  ruleIds: z.array(z.string()),
  finding: code(LESSON_FINDINGS),
  text: z.string(),
  change: z.string().nullable(),
  at: time,
});

/** What came of an exercise. Unit: the referral. */
export const exerciseReportView = z
  .strictObject({
    exercise: z.strictObject({
      id: z.string(),
      name: z.string(),
      status: z.enum(['RUNNING', 'ENDED']),
      since: time,
      participants: z.array(z.string()),
    }),
    referrals: count,
    complete: z.boolean().meta({ description: 'False where the exercise has more referrals than a report takes in.' }),
    byState: z.partialRecord(z.enum(REFERRAL_STATUSES), count),
    byPriority: z.partialRecord(code(PRIORITIES), count),
    steps: z.array(step).meta({ description: 'Seconds from one state to the next.' }),
    rules: z.string().meta({ description: 'Of urgency, which have the examples that gradings name.' }),
    gradings: z.array(grading).meta({ description: 'How far two agencies agree on the same cases (vocabulary 9).' }),
    lessons: z.array(lesson),
  })
  .meta({
    id: 'ExerciseReport',
    example: {
      exercise: {
        id: 'EX-2026-NIGHT',
        name: 'Night shift',
        status: 'ENDED',
        since: '2026-11-24T18:00:00.000Z',
        participants: ['GB-HOTLINE', 'NL-HOTLINE', 'PH-WCPC'],
      },
      referrals: 240,
      complete: true,
      byState: { ACCEPTED: 180, REJECTED: 60 },
      byPriority: { P1: 10, P3: 230 },
      steps: [{ from: 'SUBMITTED', to: 'RECEIVED', count: 240, median: 1.2, p90: 4, longest: 31 }],
      rules: 'escalation/1',
      gradings: [],
      lessons: [
        {
          ruleIds: ['R1.5'],
          finding: 'RULE_UNCLEAR',
          text: 'Two desks read the grounds for a partial acceptance in two ways.',
          change: null,
          at: '2026-11-24T18:30:00.000Z',
        },
      ],
    },
  });

export interface ReportParts {
  readonly code: string;
  readonly exercise: Exercise;
  readonly lessons: readonly Lesson[];
  readonly report: ExerciseReport;
  readonly complete: boolean;
  readonly rules: EscalationRules;
}

export function exerciseReportViewOf({
  code: id,
  exercise,
  lessons,
  report,
  complete,
  rules,
}: ReportParts): z.output<typeof exerciseReportView> {
  const { name, status, since, participants } = exercise;
  return {
    exercise: { id, name, status, since: isoOf(since), participants: [...participants] },
    referrals: report.referrals,
    complete,
    byState: report.byState,
    byPriority: report.byPriority,
    steps: report.steps.map(({ median, p90, longest, ...each }) => ({
      ...each,
      median: median / SECOND,
      p90: p90 / SECOND,
      longest: longest / SECOND,
    })),
    rules: `escalation/${rules.version}`,
    gradings: report.gradings.map(({ agencies: [one, other], differences, ...each }) => ({
      ...each,
      agencies: [one, other],
      differences: differences.map(({ grades: [first, second], ...difference }) => ({
        ...difference,
        grades: [first, second],
      })),
    })),
    lessons: lessons.map(({ ruleIds, finding, text, change, at }) => ({
      ...{ ruleIds: [...ruleIds], finding, text, change },
      at: isoOf(at),
    })),
  };
}

const SECOND = 1_000;
const isoOf = (at: number): string => new Date(at).toISOString();
