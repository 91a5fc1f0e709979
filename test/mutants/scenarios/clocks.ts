import { advanceBusClock } from '#libs/journal';
import { positionIn } from '../hands.js';
import { atMost, type Scenario } from '../scenario.js';
import { URGENT } from './consumers.js';

const QUARTER_MS = 15 * 60_000;

/** Nobody answers an urgent referral for a quarter of an hour. */
export const overdue: Scenario = {
  what: 'an urgent referral is left alone for a quarter of an hour',
  play: async ({ agencies, hands }) => {
    const { lane, position } = positionIn(await agencies.submit(URGENT));
    await hands.withClient('journal', (journal) => advanceBusClock(journal, QUARTER_MS));
    await atMost(15_000, hands.reached('views', lane, position + 1));
  },
};
