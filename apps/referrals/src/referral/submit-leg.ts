import { type Directory, leg, type Leg, plainSubmission, type Submission as Said } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { type Actor, formatReferralId } from '#libs/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { Submission } from '../content/submission.schema.js';
import { addresseeOf, requireOriginator } from '../directory/parties.js';
import { canonicalRequest } from '../idempotency/canonical-request.js';
import type { Origin } from './origin.js';

const NAME = 'SubmitReferral';

/**
 * A submission as the command of a new leg, in a lane of the receiving jurisdiction: an urgent one for P1 and P2 (design 3).
 * @throws DomainError 403 for who may not submit, 422 for a recipient that cannot be one
 */
export function submitLeg(directory: Directory, origin: Origin, submission: Submission): LaneCommand<Leg> {
  const { actor, key, correlation, sealed } = origin;
  requireOriginator(actor);
  const data = submittedBy(directory, actor, submission);
  const { priority, sentAt, synthetic } = submission;
  const laneClass = priority.level === 'P1' || priority.level === 'P2' ? 'urgent' : 'routine';
  const jurisdiction = data.to.country;
  const by = { agency: actor.agency, key, sealed };
  const lane = directory.lanes.pick(jurisdiction, laneClass, by);
  return {
    name: NAME,
    lane,
    key: formatReferralId({ jurisdiction, lane, uuid: uuidv7() }),
    actor,
    idempotency: { key, request: canonicalRequest(NAME, null, submission) },
    correlation,
    causation: null,
    claimedAt: sentAt ?? null,
    synthetic,
    target: null,
    refusalLane: directory.lanes.pick(actor.country, 'access', by),
    decide: (state, now) => leg.decide({ type: NAME, meta: { actor, now }, data, priority }, state),
  };
}

function submittedBy(directory: Directory, actor: Actor, submission: Submission): Said {
  const { to, reference, reporter, incident, files, nexus } = submission;
  return {
    ...plainSubmission,
    from: { agency: actor.agency, role: actor.role, country: actor.country },
    to: addresseeOf(directory, to, 'RECIPIENT'),
    reference: reference ?? null,
    reporter: reporter ?? null,
    incident: { ...incident, occurredAt: incident.occurredAt ?? null, zone: incident.zone ?? null },
    files,
    nexus,
    subjects: [],
  };
}
