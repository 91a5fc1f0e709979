import type { BusEvent } from '#libs/contracts';
import { type Accepted, type Actor, type Command, DomainError } from '#libs/kernel';
import { requireOperator, requirePerson, same } from '../membership/deciding.js';
import { allows, exerciseMoves } from './exercise-moves.js';
import { OPERATOR_ROLE } from '../membership/roles.js';
import { unknownRules } from './rule-catalogue.js';
import type { Exercise, Exercises, Lesson, Training } from './state.js';

export type StartExercise = Command<
  'StartExercise',
  {
    readonly exercise: string;
    readonly name: string;
    readonly participants: readonly string[];
    readonly plannedEnd: number | null;
  }
>;
export type EndExercise = Command<'EndExercise', { readonly exercise: string }>;
export type RecordLesson = Command<'RecordLesson', Omit<Lesson, 'at'>>;

export type ExerciseCommand = StartExercise | EndExercise | RecordLesson;
export type ExerciseEvent = Extract<
  BusEvent,
  { readonly type: 'ExerciseStarted' | 'ExerciseEnded' | 'LessonRecorded' }
>;

/** How exercises are called: short enough for every reference of theirs to begin with it. */
export const EXERCISE_CODE = /^EX-[A-Z0-9][A-Z0-9-]{0,19}$/;

/** How rules are called: `R1.5`, `2.4 I3`, and the sections of the vocabulary, `1.3`. */
const RULE_ID = /^(R\d{1,2}\.\d{1,2}|\d{1,2}(\.\d{1,2}( I\d{1,2})?)?)$/;

/** @param isMember whether an agency takes part in the bus now @throws DomainError to refuse */
export function decideExercise(
  command: ExerciseCommand,
  state: Exercises,
  isMember: (agency: string) => boolean,
): ExerciseEvent[] {
  requireOperator(command.meta.actor);
  requirePerson(command.meta.actor);
  switch (command.type) {
    case 'StartExercise':
      return start(command, state, isMember);
    case 'EndExercise':
      return end(command, state);
    case 'RecordLesson':
      return record(command, state);
  }
}

function start(
  { data, meta: { actor } }: StartExercise,
  state: Exercises,
  isMember: (agency: string) => boolean,
): ExerciseEvent[] {
  const known = findExercise(state, data.exercise);
  const participants = data.participants.toSorted();
  if (known) {
    const { status, name, participants: agencies, plannedEnd } = known;
    const again = same([name, agencies, plannedEnd], [data.name, participants, data.plannedEnd]);
    if (status === 'RUNNING' && again) return [];
    throw new DomainError('EXERCISE_EXISTS');
  }
  const strangers = participants.filter((agency) => !isMember(agency));
  if (strangers.length > 0) throw new DomainError('EXERCISE_PARTICIPANT_UNKNOWN', { agencies: strangers.join() }, 422);
  return [{ type: 'ExerciseStarted', data: { ...data, participants, by: actor.agency } }];
}

function end({ data: { exercise }, meta: { actor } }: EndExercise, state: Exercises): ExerciseEvent[] {
  if (!allows('ExerciseEnded', getExercise(state, exercise))) return [];
  return [{ type: 'ExerciseEnded', data: { exercise, by: actor.agency } }];
}

function record({ data, meta: { actor } }: RecordLesson, state: Exercises): ExerciseEvent[] {
  if (data.exercise !== null) getExercise(state, data.exercise);
  if (data.finding === 'UNKNOWN') throw new DomainError('CODE_UNKNOWN', { field: 'finding' }, 422);
  if (data.ruleIds.length === 0 || !data.ruleIds.every((rule) => RULE_ID.test(rule)))
    throw new DomainError('LESSON_RULE_INVALID', {}, 422);
  const unknown = unknownRules(data.ruleIds);
  if (unknown.length > 0) throw new DomainError('LESSON_RULE_UNKNOWN', { rules: unknown.join(', ') }, 422);
  return [{ type: 'LessonRecorded', data: { ...data, ruleIds: [...data.ruleIds], by: actor.agency } }];
}

export function evolveTraining(state: Training, event: ExerciseEvent, { at }: Accepted): Training {
  switch (event.type) {
    case 'ExerciseStarted': {
      const { exercise, name, participants, plannedEnd } = event.data;
      return withExercise(state, exercise, {
        status: exerciseMoves.ExerciseStarted.to,
        ...{ since: at, name, participants, plannedEnd },
      });
    }
    case 'ExerciseEnded': {
      const { exercise } = event.data;
      const known = getExercise(state.exercises, exercise);
      return withExercise(state, exercise, { ...known, status: exerciseMoves.ExerciseEnded.to, since: at });
    }
    case 'LessonRecorded': {
      const { exercise, ruleIds, finding, text, change } = event.data;
      return { ...state, lessons: [...state.lessons, { exercise, ruleIds, finding, text, change, at }] };
    }
  }
}

const withExercise = (state: Training, code: string, exercise: Exercise): Training => ({
  ...state,
  exercises: { ...state.exercises, [code]: exercise },
});

/** Whether what is said belongs to a drill: then its events are synthetic, as all of a drill are. */
export function isOfExercise(said: { readonly type: string; readonly data: object }): boolean {
  if (said.type === 'RecordLesson') return 'exercise' in said.data && said.data.exercise !== null;
  return said.type === 'StartExercise' || said.type === 'EndExercise';
}

/** What a submission into an exercise must meet. @throws DomainError 422 */
export function requireRunning(state: Exercises, exercise: string, parties: readonly string[]): void {
  const known = findExercise(state, exercise);
  if (!known || !allows('ReferralSubmitted', known)) throw new DomainError('EXERCISE_NOT_RUNNING', {}, 422);
  if (!parties.every((agency) => known.participants.includes(agency)))
    throw new DomainError('EXERCISE_NOT_A_PARTICIPANT', {}, 422);
}

/** Two who grade, and one to whom both hand their gradings over. */
const FEWEST_FOR_GRADING = 3;

/** Two alone would hand each other what they are to find by themselves (vocabulary 9). @throws DomainError 422 */
export function requireBlind(state: Exercises, exercise: string): void {
  const participants = findExercise(state, exercise)?.participants ?? [];
  if (participants.length < FEWEST_FOR_GRADING)
    throw new DomainError('GRADING_NOT_BLIND', { participants: participants.length }, 422);
}

/**
 * Of rules speak in an exercise those that it is shown to, as long as it allows that. To others there is no such exercise.
 * @throws DomainError 422 EXERCISE_NOT_RUNNING
 */
export function requireSayIn(
  state: Exercises,
  exercise: string,
  { move, actor }: { readonly move: keyof typeof exerciseMoves; readonly actor: Actor },
): void {
  const known = isShown(state, exercise, actor) ? findExercise(state, exercise) : undefined;
  if (!known || !allows(move, known)) throw new DomainError('EXERCISE_NOT_RUNNING', {}, 422);
}

export const isRunning = (state: Exercises, exercise: string): boolean =>
  findExercise(state, exercise)?.status === 'RUNNING';

/** Whether an exercise is shown to who reads: to the operator, and to agencies that take part in it. */
export function isShown(state: Exercises, exercise: string, { agency, role }: Pick<Actor, 'agency' | 'role'>): boolean {
  const known = findExercise(state, exercise);
  return known !== undefined && (role === OPERATOR_ROLE || known.participants.includes(agency));
}

const findExercise = (state: Exercises, exercise: string): Exercise | undefined =>
  Object.hasOwn(state, exercise) ? state[exercise] : undefined;

/** @throws DomainError 404 */
function getExercise(state: Exercises, exercise: string): Exercise {
  const known = findExercise(state, exercise);
  if (!known) throw new DomainError('EXERCISE_NOT_FOUND', {}, 404);
  return known;
}
