import { batchAnswerSchema, describedBatchSchema } from '../batch/batch.schema.js';
import { acceptanceSchema, rejectionSchema } from '../content/decision.schemas.js';
import { submissionSchema } from '../content/submission.schema.js';
import { answerSchema } from '../referral/answer.js';
import type { CommandDocs } from './describe-command.js';
import {
  exampleAcceptance,
  exampleAnswers,
  exampleBatch,
  exampleBatchAnswer,
  exampleRejection,
  exampleSubmission,
} from './examples.js';
import { moveRefusals, rejectionRefusals, submissionRefusals, together } from './refusals.js';

export const submitDocs: CommandDocs = {
  summary: 'Submit a referral',
  description:
    'Hands a case to an agency, in codes and counts only: no personal data, no files, no digests of files. ' +
    'What is answered with 201 stands on disk. `Location` is where the referral is read; `Bus-Position` can be ' +
    'given to a read as `Bus-Min-Position`.',
  ofReferral: false,
  exampleKey: 'example-submit-00001',
  body: { schema: submissionSchema, example: exampleSubmission },
  answer: {
    status: 201,
    schema: answerSchema,
    example: exampleAnswers.submitted,
    headers: ['Location', 'Bus-Position'],
  },
  refusals: submissionRefusals,
};

export const batchDocs: CommandDocs = {
  summary: 'Submit up to 500 referrals',
  description:
    'One result per item, in the order of the items. Each item has an idempotency key of its own and stands or falls ' +
    'alone; a batch that is sent again repeats the answers of its items. Refused as a whole only for what is wrong ' +
    'with the batch or its sender.',
  ofReferral: false,
  exampleKey: null,
  body: { schema: describedBatchSchema, example: exampleBatch },
  answer: { status: 200, schema: batchAnswerSchema, example: exampleBatchAnswer, headers: [] },
  refusals: {},
};

const move = { ofReferral: true, body: null, refusals: moveRefusals };

const moved = (example: object): CommandDocs['answer'] => ({
  status: 200,
  schema: answerSchema,
  example,
  headers: ['Bus-Position'],
});

export const receiveDocs: CommandDocs = {
  ...move,
  answer: moved(exampleAnswers.received),
  summary: 'Receive a referral',
  description: "The addressed agency's system has taken the referral in. A machine's word.",
  exampleKey: 'example-receive-0001',
};

export const acknowledgeDocs: CommandDocs = {
  ...move,
  answer: moved(exampleAnswers.acknowledged),
  summary: 'Acknowledge a referral',
  description: 'A person at the addressed agency has seen the referral. Implies that it was received.',
  exampleKey: 'example-acknowledge-01',
  refusals: together(moveRefusals, { 422: ['PERSON_REQUIRED'] }),
};

export const acceptDocs: CommandDocs = {
  ...move,
  answer: moved(exampleAnswers.accepted),
  summary: 'Accept a referral',
  description: 'The addressed agency takes the case on: in full, or in part or on conditions with the reason.',
  exampleKey: 'example-accept-00001',
  body: { schema: acceptanceSchema, example: exampleAcceptance },
  refusals: together(moveRefusals, { 422: ['REASON_REQUIRED', 'REASON_NOT_APPLICABLE'] }),
};

export const rejectDocs: CommandDocs = {
  ...move,
  answer: moved(exampleAnswers.rejected),
  summary: 'Reject a referral',
  description:
    'The addressed agency does not take the case on, for a coded reason. P1 and P2 cannot be rejected for want of ' +
    'information or capacity.',
  exampleKey: 'example-reject-00001',
  body: { schema: rejectionSchema, example: exampleRejection },
  refusals: rejectionRefusals,
};
