import { describe, expect, it } from '@jest/globals';
import { topics } from '#libs/contracts';
import type { ConsumerFacts } from '../facts/consumer-facts.js';
import type { JournalFacts } from '../facts/journal-facts.js';
import { lagOf, lanesBehind, totalsOf } from './lag.js';

const NOW = 1_790_000_060_000;
const lane = (number: number, head: number, vector: readonly number[], relayed = head) => ({
  lane: number,
  head,
  relayed,
  vector,
});
const journalOf = (...lanes: JournalFacts['lanes']): JournalFacts => ({ now: NOW, lanes });

const standing = (
  ...lanes: readonly { lane: number; position: number; parked?: number; stopped?: string }[]
): ConsumerFacts => ({
  live: true,
  lanes: new Map(lanes.map((each) => [each.lane, { parked: 0, stopped: null, movedAt: NOW, ...each }])),
});

const referralsOnly = { topics: [topics.referral] };

describe('a consumer', () => {
  it('is behind where it stands before the last event of its own topics', () => {
    const journal = journalOf(lane(1, 9, [7, 9]), lane(2, 5, [5]), lane(3, 4, [4]));
    expect(lanesBehind(referralsOnly, journal, standing({ lane: 1, position: 7 }, { lane: 2, position: 3 }))).toEqual([
      { lane: 2, applied: 3, wanted: 5 },
      { lane: 3, applied: 0, wanted: 4 },
    ]);
  });

  it('is not behind for events of topics that it does not read', () => {
    expect(lanesBehind(referralsOnly, journalOf(lane(1, 50, [7, 50])), standing({ lane: 1, position: 7 }))).toEqual([]);
  });
});

describe('the lag of a lane', () => {
  it('is what waits, and how long the oldest of it has waited', () => {
    const [lag] = lagOf(
      journalOf(lane(2, 5, [5], 4)),
      standing({ lane: 2, position: 3 }),
      new Map([[2, { events: 2, oldestAt: NOW - 1_500 }]]),
    );
    expect(lag).toMatchObject({ head: 5, relayed: 4, applied: 3, events: 2, seconds: 1.5, movedAt: NOW });
  });

  it('is nothing where nothing waits', () => {
    expect(lagOf(journalOf(lane(2, 5, [5])), standing({ lane: 2, position: 5 }), new Map())).toMatchObject([
      { events: 0, seconds: 0 },
    ]);
  });

  it('has no age where the oldest event cannot be read', () => {
    const backlogs = new Map([[2, { events: 1, oldestAt: null }]]);
    expect(lagOf(journalOf(lane(2, 5, [5])), standing(), backlogs)).toMatchObject([
      { events: 1, seconds: null, movedAt: null },
    ]);
  });

  it('is never negative', () => {
    const backlogs = new Map([[2, { events: 1, oldestAt: NOW + 5_000 }]]);
    expect(lagOf(journalOf(lane(2, 5, [5])), standing(), backlogs)).toMatchObject([{ seconds: 0 }]);
  });

  it('is left out for a lane without events, unless it stands still', () => {
    const lanes = lagOf(
      journalOf(lane(1, 0, []), lane(2, 0, [])),
      standing({ lane: 2, position: 0, stopped: 'HISTORY_CONTRADICTED' }),
      new Map(),
    );
    expect(lanes.map((each) => [each.lane, each.stopped])).toEqual([[2, 'HISTORY_CONTRADICTED']]);
  });
});

describe('totals', () => {
  it('add up events and take the oldest age', () => {
    const facts = standing({ lane: 1, position: 1, parked: 2 }, { lane: 2, position: 1, stopped: 'PREVIOUS_MISMATCH' });
    const backlogs = new Map([
      [1, { events: 3, oldestAt: NOW - 2_000 }],
      [2, { events: 4, oldestAt: NOW - 9_000 }],
    ]);
    const lanes = lagOf(journalOf(lane(1, 4, [4]), lane(2, 5, [5])), facts, backlogs);
    expect(totalsOf(lanes)).toEqual({ events: 7, seconds: 9, parked: 2, stopped: 1 });
  });

  it('of nothing are zero', () => {
    expect(totalsOf([])).toEqual({ events: 0, seconds: 0, parked: 0, stopped: 0 });
  });
});
