import { describe, expect, it } from '@jest/globals';
import { submissionSchema } from '../../../apps/referrals/src/content/submission.schema.js';
import { Random } from './random.js';
import { requestOf } from './request.js';

describe('what the bench posts', () => {
  it.each(['urgent', 'routine'] as const)('is an %s submission that the bus takes', (urgency) => {
    const random = new Random(7);
    for (let content = 0; content < 512; content += 1)
      expect(submissionSchema.safeParse(JSON.parse(requestOf(random, urgency))).error).toBeUndefined();
  });
});
