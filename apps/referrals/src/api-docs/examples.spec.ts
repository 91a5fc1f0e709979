import { describe, expect, it } from '@jest/globals';
import { batchAnswerSchema } from '../batch/batch.schema.js';
import { answerSchema } from '../referral/answer.js';
import { exampleAnswers, exampleBatchAnswer } from './examples.js';

describe('the answers that the description shows', () => {
  it.each(Object.entries(exampleAnswers))('fit the schema beside them: %s', (_name, answer) =>
    expect(answerSchema.safeParse(answer).error).toBeUndefined(),
  );
  it('fit it for a batch', () => expect(batchAnswerSchema.safeParse(exampleBatchAnswer).error).toBeUndefined());
});
