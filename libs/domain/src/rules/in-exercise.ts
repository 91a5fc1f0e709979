import { type Actor, DomainError } from '#libs/kernel';
import { isRunning, isShown, requireSayIn } from '../exercise/exercise.js';
import type { Exercises } from '../exercise/state.js';
import { OPERATOR_ROLE } from '../membership/roles.js';
import type { RulesCommand } from './commands.js';
import { getProposal, type OpenProposal, type Rules } from './state.js';

/** What is said of a proposal that is there, by the event that comes of it. */
const moves = {
  CommentOnChange: 'ChangeCommented',
  ApproveDocument: 'ChangeApproved',
  DeclineDocument: 'ChangeDeclined',
  WithdrawDocument: 'ChangeWithdrawn',
} as const satisfies Partial<Record<RulesCommand['type'], string>>;

type OfProposal = Extract<RulesCommand, { type: keyof typeof moves }>;
type Drilled = Pick<OpenProposal, 'synthetic' | 'exercise'>;

/**
 * The proposal that something is said of, in the exercise that it was made in and by who is of that. To others there is none.
 * @throws DomainError 409 CHANGE_NOT_OPEN, CHANGE_OF_EXERCISE; 422 EXERCISE_NOT_RUNNING
 */
export function getInItsExercise({ type, data, meta }: OfProposal, state: Rules, exercises: Exercises): OpenProposal {
  const { actor } = meta;
  if (data.exercise !== null) requireSayIn(exercises, data.exercise, { move: moves[type], actor });
  const open = getProposal(state, data.change);
  if (!isShownTo(actor, open, exercises)) throw new DomainError('CHANGE_NOT_OPEN');
  if (!fits(open, data.exercise)) throw new DomainError('CHANGE_OF_EXERCISE');
  return open;
}

/** What was proposed before it was recorded in which exercise may have been proposed in any. */
const fits = ({ synthetic, exercise }: Drilled, said: string | null): boolean =>
  synthetic ? said !== null && (exercise === null || exercise === said) : said === null;

/** Whether two were made for the same: for real cases, or in the same exercise. */
export const isOfSame = (one: Drilled, other: Drilled): boolean =>
  one.synthetic === other.synthetic && one.exercise === other.exercise;

/** What is proposed in an exercise is shown to who takes part in it, and to the operator. */
export const isShownTo = (
  reader: Pick<Actor, 'agency' | 'role'>,
  { synthetic, exercise }: Drilled,
  exercises: Exercises,
): boolean => !synthetic || (exercise === null ? reader.role === OPERATOR_ROLE : isShown(exercises, exercise, reader));

/** Whether a proposal waits to be decided on: one of an exercise does no more once that has ended, or is not known. */
export const isPending = ({ synthetic, exercise }: Drilled, exercises: Exercises): boolean =>
  !synthetic || (exercise !== null && isRunning(exercises, exercise));
