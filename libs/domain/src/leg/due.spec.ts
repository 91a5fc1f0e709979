import { describe, expect, it } from '@jest/globals';
import { inStatus } from '../referral/histories.fixtures.js';
import { firstRulebook } from '../referral/rules.js';
import { folded, HOUR, NOW, prioritised, submitted } from './leg.fixtures.js';
import { leg } from './leg.js';

describe('what a leg asks of the clock of the bus', () => {
  const due = (events: Parameters<typeof folded>[0]) => leg.due(folded(events), firstRulebook);

  it('is the next of its times, with the level that drives it (vocabulary 1.3)', () =>
    expect(due([submitted(), prioritised('P3')])).toEqual({ at: NOW + HOUR / 2, level: 'P3' }));
  it('is nothing before the submission and after the end', () => {
    expect(due([])).toBeNull();
    expect(due(inStatus.REJECTED)).toBeNull();
  });
});
