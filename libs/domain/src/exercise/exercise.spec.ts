import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MembershipEvent } from '../membership/evolve.js';
import { backendOf, folded, foundBus, given, NOW, operator, say } from '../membership/membership.fixtures.js';
import { ruleCatalogue } from './rule-catalogue.js';
import { isOfExercise, requireRunning } from './exercise.js';

const drill = {
  exercise: 'EX-2026-1',
  name: 'Night shift',
  participants: ['PH-WCPC', 'PH-CHILD'],
  plannedEnd: NOW + 3_600_000,
};
const started: MembershipEvent = {
  type: 'ExerciseStarted',
  data: { ...drill, by: 'BUS-OPS', participants: ['PH-CHILD', 'PH-WCPC'] },
};
const ended: MembershipEvent = { type: 'ExerciseEnded', data: { exercise: 'EX-2026-1', by: 'BUS-OPS' } };
const lesson = {
  exercise: 'EX-2026-1',
  ruleIds: ['R1.5', '2.4 I3'],
  finding: 'RULE_UNCLEAR',
  text: 'Two desks read the ground for capacity in two ways.',
  change: null,
} as const;

describe('an exercise (vocabulary 9, mission S7)', () => {
  it('is started by an operator who has a name, for members of the bus', () => {
    given().when(say('StartExercise', drill)).then(started);
    given()
      .when(say('StartExercise', drill, operator(null)))
      .thenRefused('PERSON_REQUIRED');
    given()
      .when(say('StartExercise', drill, backendOf('PH-WCPC')))
      .thenRefused('ROLE_REQUIRED');
    given()
      .when(say('StartExercise', { ...drill, participants: ['PH-WCPC', 'GB-NCP'] }))
      .thenRefused('EXERCISE_PARTICIPANT_UNKNOWN', { agencies: 'GB-NCP' });
  });

  it('is started once: its code is never used again', () => {
    given(started).when(say('StartExercise', drill)).thenNothing();
    given(started)
      .when(say('StartExercise', { ...drill, name: 'Day shift' }))
      .thenRefused('EXERCISE_EXISTS');
    given(started, ended).when(say('StartExercise', drill)).thenRefused('EXERCISE_EXISTS');
  });

  it('is ended once', () => {
    given(started)
      .when(say('EndExercise', { exercise: 'EX-2026-1' }))
      .then(ended);
    given(started, ended)
      .when(say('EndExercise', { exercise: 'EX-2026-1' }))
      .thenNothing();
    given()
      .when(say('EndExercise', { exercise: 'EX-2026-1' }))
      .thenRefused('EXERCISE_NOT_FOUND');
  });

  it('takes referrals between its participants, while it runs', () => {
    const refused = (events: MembershipEvent[], parties: string[]): unknown => {
      try {
        return requireRunning(folded([...foundBus(), ...events]).training.exercises, 'EX-2026-1', parties) ?? null;
      } catch (error) {
        return error;
      }
    };
    expect(refused([started], ['PH-WCPC', 'PH-CHILD'])).toBeNull();
    expect(refused([started], ['PH-WCPC', 'BUS-OPS'])).toMatchObject({ code: 'EXERCISE_NOT_A_PARTICIPANT' });
    expect(refused([started, ended], ['PH-WCPC'])).toMatchObject({ code: 'EXERCISE_NOT_RUNNING' });
    expect(refused([], ['PH-WCPC'])).toMatchObject({ code: 'EXERCISE_NOT_RUNNING' });
  });
});

it.each([
  [say('StartExercise', drill), true],
  [say('EndExercise', { exercise: 'EX-2026-1' }), true],
  [say('RecordLesson', lesson), true],
  [say('RecordLesson', { ...lesson, exercise: null }), false],
  [say('AdmitMember', { agency: 'PH-HOTLINE', proposal: 'p' }), false],
])('what is said of a drill is synthetic, and nothing else of membership (%#)', (command, synthetic) =>
  expect(isOfExercise(command)).toBe(synthetic),
);

describe('a lesson', () => {
  it('names the rules that it is about, during the exercise, after it, or without one', () => {
    const recorded: MembershipEvent = {
      type: 'LessonRecorded',
      data: { ...lesson, ruleIds: [...lesson.ruleIds], by: 'BUS-OPS' },
    };
    given(started).when(say('RecordLesson', lesson)).then(recorded);
    given(started, ended).when(say('RecordLesson', lesson)).then(recorded);
    given()
      .when(say('RecordLesson', { ...lesson, exercise: null }))
      .thenTypes('LessonRecorded');
    given().when(say('RecordLesson', lesson)).thenRefused('EXERCISE_NOT_FOUND');
  });

  it.each([[[]], [['R1']], [['rule 1.5']], [['R1.5', '2.4 I3 and more']]])('is refused with the rules %j', (ruleIds) =>
    given(started)
      .when(say('RecordLesson', { ...lesson, ruleIds }))
      .thenRefused('LESSON_RULE_INVALID'),
  );

  it.each([
    ['R9.9', ['R9.9']],
    ['2.4 I11, R1.8', ['R1.5', '2.4 I11', 'R1.8']],
    ['2.4', ['2.4']],
  ])('is refused with the rules %s, which nobody knows', (rules, ruleIds) =>
    given(started)
      .when(say('RecordLesson', { ...lesson, ruleIds }))
      .thenRefused('LESSON_RULE_UNKNOWN', { rules }),
  );

  it('may name every rule of the catalogue, and no other one', () => {
    const known = Object.keys(ruleCatalogue);
    const id = fc.oneof(
      fc.constantFrom(...known),
      fc.tuple(fc.nat(12), fc.nat(14)).map(([section, rule]) => `R${section}.${rule}`),
      fc.nat(14).map((rule) => `2.4 I${rule}`),
    );
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 20 }), (ruleIds) => {
        const asked = given(started).when(say('RecordLesson', { ...lesson, ruleIds }));
        if (ruleIds.every((each) => known.includes(each))) asked.thenTypes('LessonRecorded');
        else asked.thenRefused('LESSON_RULE_UNKNOWN');
      }),
    );
  });
});
