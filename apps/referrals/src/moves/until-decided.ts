import { together } from '#libs/accepting';
import { DomainError } from '#libs/kernel';
import {
  exampleAcceptance,
  exampleInformation,
  exampleOnward,
  exampleRejection,
  exampleSubmission,
  exampleTo,
} from '../api-docs/examples.js';
import { contentRefusals, nexusRefusals, onwardRefusals, submissionContentRefusals } from '../api-docs/refusals.js';
import {
  acceptanceSchema,
  informationRequestSchema,
  informationSchema,
  nothingSchema,
  onwardSchema,
  refusalSchema,
  rejectionSchema,
  withdrawalSchema,
} from '../content/decision.schemas.js';
import { isSynthetic, submissionSchema } from '../content/submission.schema.js';
import { addresseeOf } from '../directory/parties.js';
import { submissionOf } from '../referral/submission-of.js';
import { additionsOf } from './case-words.js';
import { move } from './move.js';
import { onwardIds } from './onward-ids.js';

/** From the release inside the sender's agency to the receiver's decision. */
export const untilDecided = [
  move('ApproveRelease', {
    schema: submissionSchema,
    said: (submission, { directory, origin: { actor } }) => ({
      data: submissionOf(directory, actor, submission),
      priority: submission.priority,
      setsPriority: directory.setsPriority(actor.agency),
    }),
    sent: (submission) => ({ synthetic: isSynthetic(submission), claimedAt: submission.sentAt ?? null }),
    example: exampleSubmission,
    answer: { release: 'APPROVED', to: exampleTo, priority: 'P2' },
    refusals: together(submissionContentRefusals, {
      409: ['RELEASE_NOT_PENDING', 'RELEASE_CONTENT_DIFFERS', 'SECOND_PERSON_REQUIRED'],
    }),
  }),
  move('RefuseRelease', {
    schema: refusalSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'INSUFFICIENT_INFO' },
    answer: { release: 'REFUSED' },
    refusals: { 409: ['RELEASE_NOT_PENDING', 'SECOND_PERSON_REQUIRED'] },
  }),
  move('ReceiveReferral', { schema: nothingSchema, said: () => ({ data: {} }) }),
  move('AcknowledgeReferral', { schema: nothingSchema, said: () => ({ data: {} }) }),
  move('RequestInformation', {
    schema: informationRequestSchema,
    said: ({ types, wantedBy = null, note = null }) => ({ data: { types, wantedBy, note } }),
    example: { types: ['LOCATION', 'TIME'], note: 'NOTE-118402' },
    refusals: { 409: ['INFORMATION_ROUNDS_EXHAUSTED'] },
  }),
  move('ProvideInformation', {
    schema: informationSchema,
    said: ({ answered, unavailable, additions, note = null }) => ({
      data: { answered, unavailable, additions: additionsOf(additions), note },
    }),
    example: exampleInformation,
    answer: { part: '0198c0de-0000-7000-8000-000000000002' },
    refusals: together(contentRefusals, { 409: ['INFORMATION_INCOMPLETE', ...nexusRefusals] }),
  }),
  move('AcceptReferral', {
    schema: acceptanceSchema,
    said: ({ scope, reason = null, conditions = null, note = null }) => ({ data: { scope, reason, conditions, note } }),
    example: exampleAcceptance,
    answer: {
      scope: exampleAcceptance.scope,
      reason: exampleAcceptance.reason,
      conditions: exampleAcceptance.conditions,
    },
    refusals: { 422: ['REASON_REQUIRED', 'REASON_NOT_APPLICABLE', 'CONDITION_REQUIRED', 'CONDITION_NOT_APPLICABLE'] },
  }),
  move('RejectReferral', {
    schema: rejectionSchema,
    said: ({ reason, partialConsidered, suggested: named, duplicateOf = null, note = null }, { id, directory }) => {
      if (duplicateOf === id) throw new DomainError('DUPLICATE_OF_ITSELF', {}, 422);
      const suggested = named ? addresseeOf(directory, named, 'SUGGESTION') : null;
      return { data: { reason, partialConsidered, suggested, duplicateOf, note } };
    },
    example: exampleRejection,
    answer: { reason: 'WRONG_RECIPIENT' },
    refusals: {
      409: ['PRIORITY_FORBIDS_REASON'],
      422: [
        'PARTIAL_NOT_CONSIDERED',
        'SUGGESTION_REQUIRED',
        'SUGGESTION_UNKNOWN',
        'SUGGESTION_ROLE_UNSUITABLE',
        'DUPLICATE_LINK_REQUIRED',
        'DUPLICATE_OF_ITSELF',
      ],
    },
  }),
  move('ForwardReferral', {
    schema: onwardSchema,
    said: ({ to: named, reason = null, note = null }, { directory, origin }) => {
      const to = addresseeOf(directory, named, 'RECIPIENT');
      return { data: { to, leg: onwardIds(directory, to, origin), reason, note } };
    },
    example: exampleOnward.sent,
    answer: { onward: exampleOnward.answered },
    refusals: onwardRefusals,
  }),
  move('WithdrawReferral', {
    schema: withdrawalSchema,
    said: ({ reason, note = null }) => ({ data: { reason, note } }),
    example: { reason: 'FACTS_DISPROVED' },
  }),
];
