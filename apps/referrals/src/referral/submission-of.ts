import { type Directory, plainSubmission, type Submission as Said } from '#libs/domain';
import type { Actor } from '#libs/kernel';
import type { Submission } from '../content/submission.schema.js';
import { addresseeOf } from '../directory/parties.js';
import { crossBorderOf, evidenceOf, incidentOf } from '../moves/case-words.js';

/** What the actor's agency submits as the first leg of a case. @throws DomainError 422 for a recipient that cannot be one */
export function submissionOf(directory: Directory, actor: Actor, submission: Submission): Said {
  const {
    to,
    reference,
    reporter,
    incident,
    files,
    nexus,
    crossBorder,
    evidence,
    procedureRequested,
    bundle,
    exercise,
  } = submission;
  return {
    ...plainSubmission,
    from: { agency: actor.agency, role: actor.role, country: actor.country },
    to: addresseeOf(directory, to, 'RECIPIENT'),
    reference: reference ?? null,
    reporter: reporter ?? null,
    incident: incidentOf(incident),
    files,
    nexus,
    crossBorder: crossBorderOf(crossBorder),
    evidence: evidence ? evidenceOf(evidence) : null,
    procedureRequested: procedureRequested ?? null,
    bundle: bundle ?? null,
    exercise: exercise ?? null,
    subjects: [],
  };
}
