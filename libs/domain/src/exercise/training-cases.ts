import { createHash } from 'node:crypto';
import type { Modifier, NexusBasis, OffenceType, Priority, PriorityReason } from '#libs/contracts';

/** A made-up case to grade, in codes and in words of the priority table alone. */
export interface TrainingCase {
  readonly id: string;
  /** What whoever grades it is told. */
  readonly facts: string;
  readonly offenceType: OffenceType;
  readonly modifiers: readonly Modifier[];
  readonly nexus: NexusBasis;
  /** The level that the example stands for (vocabulary 1.3), with the reason that makes it so. Not shown to who grades. */
  readonly priority: Priority;
  readonly reason: PriorityReason;
  /** Code of the practical example of that level which it is, in the rules of urgency; null where it goes by the harm test alone. */
  readonly example: string | null;
}

type Row = Omit<TrainingCase, 'id' | 'priority' | 'nexus' | 'modifiers'> &
  Partial<Pick<TrainingCase, 'nexus' | 'modifiers'>>;

const examples: readonly (readonly [Priority, readonly Row[]])[] = [
  [
    'P1',
    [
      {
        facts: 'a live stream is under way',
        example: 'LIVE_ABUSE_UNDER_WAY',
        offenceType: 'CSAM_PRODUCTION',
        modifiers: ['LIVE_STREAMED'],
        reason: 'LIVE_ABUSE',
      },
      {
        facts: 'a child under extortion speaks of self-harm',
        example: 'CHILD_AT_RISK_OF_SELF_HARM',
        offenceType: 'SEXUAL_EXTORTION',
        reason: 'SELF_HARM_RISK',
      },
      {
        facts: 'a meeting is arranged for tomorrow',
        example: 'MEETING_ARRANGED',
        offenceType: 'SOLICITATION',
        reason: 'MEETING_ARRANGED',
      },
      {
        facts: 'a missing child is in contact with the account',
        example: 'CHILD_MISSING_IN_CONTACT',
        offenceType: 'SOLICITATION',
        reason: 'CHILD_MISSING',
      },
      {
        facts: 'publication is threatened within hours',
        example: 'PUBLICATION_WITHIN_HOURS',
        offenceType: 'SEXUAL_EXTORTION',
        modifiers: ['FINANCIAL_EXTORTION'],
        reason: 'EXTORTION_ACTIVE',
      },
    ],
  ],
  [
    'P2',
    [
      {
        facts: 'the suspect works with children',
        example: 'SUSPECT_WITH_CHILDREN',
        offenceType: 'CSAM_DISTRIBUTION',
        nexus: 'SUSPECT_PRESENT',
        reason: 'CONTACT_ACCESS',
      },
      {
        facts: 'new first-generation material points to ongoing abuse',
        example: 'ONGOING_ABUSE_INDICATED',
        offenceType: 'CSAM_PRODUCTION',
        modifiers: ['FIRST_GENERATION'],
        reason: 'ONGOING_ABUSE_SIGNS',
      },
      {
        facts: 'payments under extortion go on every week',
        example: 'EXTORTION_CONTINUES',
        offenceType: 'SEXUAL_EXTORTION',
        modifiers: ['FINANCIAL_EXTORTION'],
        reason: 'EXTORTION_ACTIVE',
      },
      {
        facts: 'a known offender has a new contact',
        example: 'KNOWN_OFFENDER_NEW_CONTACT',
        offenceType: 'SOLICITATION',
        nexus: 'SUSPECT_PRESENT',
        reason: 'REPEAT_OFFENDER',
      },
      {
        facts: 'the provider deletes the only data in ten days',
        example: 'DATA_DELETED_SOON',
        offenceType: 'CSAM_DISTRIBUTION',
        nexus: 'DATA_LOCATION',
        reason: 'EVIDENCE_LOSS',
      },
    ],
  ],
  [
    'P3',
    [
      {
        facts: 'known material, shared by an identified account',
        example: 'KNOWN_MATERIAL_SHARED',
        offenceType: 'CSAM_DISTRIBUTION',
        modifiers: ['KNOWN_MATERIAL'],
        nexus: 'SUSPECT_PRESENT',
        reason: 'IDENTIFIED_SUSPECT',
      },
      {
        facts: 'solicitation without a meeting, the account is known',
        example: 'SOLICITATION_WITHOUT_MEETING',
        offenceType: 'SOLICITATION',
        nexus: 'SUSPECT_PRESENT',
        reason: 'IDENTIFIED_SUSPECT',
      },
      {
        facts: 'an adult survivor names a suspect',
        example: 'SURVIVOR_NAMES_SUSPECT',
        offenceType: 'SEXUAL_ABUSE_CONTACT',
        nexus: 'SUSPECT_PRESENT',
        reason: 'IDENTIFIED_SUSPECT',
      },
      {
        facts: 'an identified suspect travels in two months',
        example: 'SUSPECT_TRAVELS_LATER',
        offenceType: 'TRAVEL_TOURISM',
        nexus: 'SUSPECT_PRESENT',
        reason: 'IDENTIFIED_SUSPECT',
      },
      {
        facts: 'a child is identified, harm lies in the past, no sign of danger now',
        example: null,
        offenceType: 'CSAM_DISTRIBUTION',
        reason: 'IDENTIFIED_VICTIM',
      },
    ],
  ],
  [
    'P4',
    [
      {
        facts: 'a viral duplicate',
        example: 'VIRAL_DUPLICATES',
        offenceType: 'CSAM_DISTRIBUTION',
        modifiers: ['VIRAL_OR_MEME'],
        reason: 'KNOWN_MATERIAL_ONLY',
      },
      {
        facts: 'a report without identifiers',
        example: 'NO_IDENTIFIERS',
        offenceType: 'CSAM_DISTRIBUTION',
        reason: 'NO_IDENTIFIERS',
      },
      {
        facts: 'information about a trend',
        example: 'TREND_INFORMATION',
        offenceType: 'COMMUNITY_FACILITATION',
        reason: 'INFORMATIONAL',
      },
      {
        facts: 'a request for statistics',
        example: 'STATISTICS_REQUESTED',
        offenceType: 'COMMUNITY_FACILITATION',
        reason: 'INFORMATIONAL',
      },
      {
        facts: 'generated material, no child and no account known',
        example: 'NO_IDENTIFIERS',
        offenceType: 'CSAM_DISTRIBUTION',
        modifiers: ['GENERATIVE_AI'],
        reason: 'NO_IDENTIFIERS',
      },
    ],
  ],
];

/** The training set of the grading test: five examples a level (vocabulary 1.3, 9). */
export const trainingCases: readonly TrainingCase[] = examples.flatMap(([priority, rows], level) =>
  rows.map((row, at) => ({
    id: `T${String(level * 5 + at + 1).padStart(2, '0')}`,
    modifiers: [],
    nexus: 'VICTIM_PRESENT',
    ...row,
    priority,
  })),
);

/** A case as it is handed out in an exercise. */
export interface HandedOut {
  /** What the referral that grades it has as reference. */
  readonly reference: string;
  readonly case: TrainingCase;
}

/**
 * The cases of a grading test, in the order and by the numbers of this exercise: both differ from exercise to exercise, so that
 * neither where a case stands nor what it is called says its level.
 */
export function casesOf(exercise: string): HandedOut[] {
  return trainingCases
    .map((each) => ({ each, place: createHash('sha256').update(`${exercise}/${each.id}`).digest('hex') }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ each }, at) => ({ reference: `${exercise}-K${String(at + 1).padStart(2, '0')}`, case: each }));
}

/**
 * The cases that referrals of this exercise grade, by what those have as reference: as a case was handed out
 * (`EX-2026-NIGHT-K07`), or its own id (`EX-2026-NIGHT-T07`).
 */
export function casesByReference(exercise: string): ReadonlyMap<string, HandedOut> {
  return new Map(
    casesOf(exercise).flatMap((each) => [
      [each.reference, each],
      [`${exercise}-${each.case.id}`, each],
    ]),
  );
}
