/** Codes of exercises and their lessons. */
export const exerciseProblems = {
  EXERCISE_EXISTS: {
    status: 409,
    title: 'Exercise exists',
    meaning: 'An exercise of this code was started before, in other words or ended since; codes are never used again.',
  },
  EXERCISE_NOT_FOUND: { status: 404, title: 'Exercise not found', meaning: 'No exercise of that code was started.' },
  EXERCISE_PARTICIPANT_UNKNOWN: {
    status: 422,
    title: 'Participant unknown',
    meaning: 'Only agencies that take part in the bus take part in an exercise; `agencies` names the others.',
  },
  EXERCISE_NOT_RUNNING: {
    status: 422,
    title: 'Exercise not running',
    meaning:
      'Nothing is submitted into an exercise, nor said of rules, before it starts or after it ended. Of rules, who takes no part in it is told the same.',
  },
  EXERCISE_NOT_A_PARTICIPANT: {
    status: 422,
    title: 'Not of the exercise',
    meaning: 'Sender and recipient of a referral in an exercise both take part in it.',
  },
  GRADING_NOT_BLIND: {
    status: 422,
    title: 'Grading not blind',
    meaning:
      'A case is graded in an exercise of three agencies or more: both who grade hand it over to one that does not. Of two, each would be shown the grades of the other.',
  },
  EXERCISE_STILL_RUNNING: {
    status: 409,
    title: 'Exercise still running',
    meaning: 'Agencies read its report once it has ended: nobody grades with the grades of others at hand.',
  },
  LESSON_RULE_INVALID: {
    status: 422,
    title: 'Lesson without rules',
    meaning: 'A lesson names the rules that it is about, such as R1.5 or 2.4 I3, one at least.',
  },
  LESSON_RULE_UNKNOWN: {
    status: 422,
    title: 'Rule unknown',
    meaning: 'No rule has that id; `rules` names those that none has. The list of them stands in docs/domain.md.',
  },
} as const;
