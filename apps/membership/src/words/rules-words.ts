import { v7 as uuidv7 } from 'uuid';
import { approvalSchema, commentSchema, endingSchema, proposalSchema } from './fields.js';
import { type MembershipWord, word } from './word.js';

/** What can be said of rules, code lists and treaty statuses. */
export const rulesWords: readonly MembershipWord[] = [
  word({
    type: 'ProposeDocument',
    path: 'proposals',
    summary: 'Propose a version of a rule set, a code list or a treaty status',
    description:
      'By any member, by name. It may be commented on for two months, and holds once another person has approved it. In an ' +
      'exercise by those that take part in it, and the operator: it ends with the exercise, and has a share of its own.',
    schema: proposalSchema,
    example: {
      kind: 'RULE_SET',
      subject: 'referral',
      document: {
        hopLimit: 4,
        expiryDays: { P3: 14, P4: 30 },
        silenceDays: 60,
        longestHoldDays: 365,
        longestGrantDays: 365,
      },
      inForceFrom: '2030-01-01T00:00:00Z',
    },
    refusals: {
      409: ['PROPOSAL_OPEN', 'PROPOSALS_EXHAUSTED'],
      422: [
        'EXERCISE_NOT_RUNNING',
        'DOCUMENT_UNSUITABLE',
        'TRANSLATION_NOT_ONE_ROW',
        'COMMENT_PERIOD_SHORT',
        'IN_FORCE_TOO_EARLY',
        'PERSON_REQUIRED',
      ],
    },
    said: ({ document, ...said }) => ({
      type: 'ProposeDocument',
      data: { ...said, change: uuidv7(), document: JSON.stringify(document) },
    }),
  }),
  word({
    type: 'CommentOnChange',
    path: 'proposals/:change/comment',
    summary: 'Comment on a proposal',
    description: 'By any member, while it may be commented on.',
    schema: commentSchema,
    example: { comment: 'Sixty days are long for a sender who waits.' },
    refusals: {
      409: ['CHANGE_NOT_OPEN', 'COMMENT_PERIOD_OVER', 'COMMENTS_EXHAUSTED', 'CHANGE_OF_EXERCISE'],
      422: ['EXERCISE_NOT_RUNNING'],
    },
    said: (said, { change }) => ({ type: 'CommentOnChange', data: { ...said, change } }),
  }),
  word({
    type: 'ApproveDocument',
    path: 'proposals/:change/approve',
    summary: 'Approve a version of a rule set, a code list or a treaty status',
    description: 'By another person than the one who proposed it. Not before its comment period is over.',
    schema: approvalSchema,
    example: {},
    refusals: {
      403: ['ROLE_REQUIRED'],
      409: [
        'CHANGE_NOT_OPEN',
        'SECOND_PERSON_REQUIRED',
        'COMMENT_PERIOD_OPEN',
        'CHANGE_OUTDATED',
        'CHANGE_OF_EXERCISE',
      ],
      422: ['EXERCISE_NOT_RUNNING', 'PERSON_REQUIRED'],
    },
    said: ({ exercise }, { change }) => ({ type: 'ApproveDocument', data: { change, exercise } }),
  }),
  word({
    type: 'DeclineDocument',
    path: 'proposals/:change/decline',
    summary: 'Decline a version of a rule set, a code list or a treaty status',
    description:
      'By another person than the one who proposed it, at any time before it is approved, of an exercise also after its end.',
    schema: endingSchema,
    example: { reason: 'COMMENTS_AGAINST' },
    refusals: {
      403: ['ROLE_REQUIRED'],
      409: ['CHANGE_NOT_OPEN', 'SECOND_PERSON_REQUIRED', 'CHANGE_OF_EXERCISE'],
      422: ['EXERCISE_NOT_RUNNING', 'PERSON_REQUIRED'],
    },
    said: (ending, { change }) => ({ type: 'DeclineDocument', data: { ...ending, change } }),
  }),
  word({
    type: 'WithdrawDocument',
    path: 'proposals/:change/withdraw',
    summary: 'Take a proposal back',
    description:
      'By a person of the agency that made it, at any time before it is approved, of an exercise also after its end.',
    schema: endingSchema,
    example: { reason: 'NOT_NEEDED_ANY_MORE' },
    refusals: {
      409: ['CHANGE_NOT_OPEN', 'CHANGE_OF_ANOTHER_AGENCY', 'CHANGE_OF_EXERCISE'],
      422: ['EXERCISE_NOT_RUNNING', 'PERSON_REQUIRED'],
    },
    said: (ending, { change }) => ({ type: 'WithdrawDocument', data: { ...ending, change } }),
  }),
];
