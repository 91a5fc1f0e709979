import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './outcome.js';

describe('the outcome of a run (faults X31)', () => {
  it.each([
    ['held', [], []],
    ['not injected', [], ['nothing went over the link']],
    ['failed', ['lost-write'], []],
    ['failed', ['lost-write'], ['nothing went over the link']],
  ] as const)('is %s with failures %j and faults that did not come %j', (outcome, failures, missed) =>
    expect(outcomeOf({ failures, missed })).toBe(outcome),
  );
});
