import { canonicalRequest } from '#libs/accepting';
import { type Directory, leg, type Leg, requireTakingPart } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { formatReferralId } from '#libs/kernel';
import { v7 as uuidv7 } from 'uuid';
import { isSynthetic, type Submission } from '../content/submission.schema.js';
import { requireOriginator } from '../directory/parties.js';
import type { Origin } from './origin.js';
import { submissionOf } from './submission-of.js';

/** The commands that open a leg: the submission, or the wish to have it released by a second person first. */
export type OpeningName = 'SubmitReferral' | 'RequestRelease';

/**
 * A submission as the command of a new leg, in a lane of the receiving jurisdiction: an urgent one for P1 and P2 (design 3).
 * @throws DomainError 403 for who may not submit, 422 for a recipient that cannot be one
 */
export function openLeg(
  directory: Directory,
  origin: Origin,
  { name, submission }: { readonly name: OpeningName; readonly submission: Submission },
): LaneCommand<Leg> {
  const { actor, key, correlation, sealed, rulebook } = origin;
  requireOriginator(directory, actor);
  const data = submissionOf(directory.everybody, actor, submission);
  const { priority, sentAt } = submission;
  const laneClass = priority.level === 'P1' || priority.level === 'P2' ? 'urgent' : 'routine';
  const jurisdiction = data.to.country;
  const by = { agency: actor.agency, key, sealed };
  const lane = directory.lanes.pick(jurisdiction, laneClass, by);
  const needsRelease = directory.find(actor.agency)?.needsRelease ?? false;
  const setsPriority = directory.setsPriority(actor.agency);
  const words =
    name === 'SubmitReferral'
      ? { type: name, data, priority, setsPriority, needsRelease }
      : { type: name, data, priority, setsPriority };
  return {
    name,
    lane,
    key: formatReferralId({ jurisdiction, lane, uuid: uuidv7() }),
    actor,
    idempotency: { key, request: canonicalRequest(name, null, submission) },
    correlation,
    causation: null,
    claimedAt: sentAt ?? null,
    synthetic: isSynthetic(submission),
    target: null,
    refusalLane: directory.lanes.pick(actor.country, 'access', by),
    decide: (state, now) => {
      const events = leg.decide({ ...words, meta: { actor, now } }, state, rulebook);
      requireTakingPart(directory, events);
      return events;
    },
  };
}
