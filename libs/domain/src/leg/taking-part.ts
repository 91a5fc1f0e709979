import type { EventData } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { requireBlind, requireRunning } from '../exercise/exercise.js';
import { casesByReference } from '../exercise/training-cases.js';
import type { Directory } from '../membership/directory.js';
import type { LegEvent } from './leg.js';

/**
 * Nothing new is said to an agency that takes part no more, or into an exercise that the parties are not of. Seen when a
 * command is decided and not when it is read, so that a repeated one finds its answer first.
 * @throws DomainError 422 RECIPIENT_UNKNOWN, SUGGESTION_UNKNOWN, EXERCISE_NOT_RUNNING, EXERCISE_NOT_A_PARTICIPANT,
 * GRADING_NOT_BLIND
 */
export function requireTakingPart(directory: Directory, events: readonly LegEvent[]): void {
  for (const event of events) {
    const { data } = event;
    const to = partnerIn(event);
    if (to !== null && !directory.find(to)) throw new DomainError('RECIPIENT_UNKNOWN', {}, 422);
    const suggested = 'suggested' in data ? data.suggested : null;
    if (suggested && !directory.find(suggested.agency)) throw new DomainError('SUGGESTION_UNKNOWN', {}, 422);
    if (event.type === 'ReferralSubmitted') requireExercise(directory, event.data);
  }
}

/** The agency that something new is said to. */
function partnerIn(event: LegEvent): string | null {
  switch (event.type) {
    case 'AccessGranted':
    case 'TransferApproved':
      return event.data.requester;
    case 'ReleaseRequested':
    case 'ReferralSubmitted':
    case 'ReferralForwarded':
    case 'HandoverOffered':
      return event.data.to.agency;
    case 'SafeguardingNotified':
      return event.data.service?.agency ?? null;
    default:
      return null;
  }
}

function requireExercise({ training }: Directory, submitted: EventData<'ReferralSubmitted'>): void {
  const { exercise, from, to, reference } = submitted;
  if (exercise === null) return;
  requireRunning(training.exercises, exercise, [from.agency, to.agency]);
  if (reference !== null && casesByReference(exercise).has(reference)) requireBlind(training.exercises, exercise);
}
