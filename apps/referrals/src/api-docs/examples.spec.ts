import { describe, expect, it } from '@jest/globals';
import { batchAnswerSchema } from '../batch/batch.schema.js';
import { answerSchema } from '../referral/answer.js';
import { movesByFamily } from '../moves/moves.js';
import { moveDocs } from './operations.js';
import { exampleAnswers, exampleBatchAnswer } from './examples.js';

describe('the answers that the description shows', () => {
  const { submitted, asked } = exampleAnswers;
  it.each(Object.entries({ submitted, asked }))('fit the schema beside them: %s', (_name, answer) =>
    expect(answerSchema.safeParse(answer).error).toBeUndefined(),
  );
  it.each(
    Object.values(movesByFamily)
      .flat()
      .map((move) => [move.route, moveDocs(move).answer] as const),
  )('fit the schema beside them: %s', (_route, { schema, example }) =>
    expect(schema.safeParse(example).error).toBeUndefined(),
  );
  it('fit it for a batch', () => expect(batchAnswerSchema.safeParse(exampleBatchAnswer).error).toBeUndefined());
});
