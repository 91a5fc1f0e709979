import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeLane as judge, type LaneFacts, type LaneVerdict, type TopicTail } from './judge-lane.js';

const judgeLane = (facts: Omit<LaneFacts, 'beyond'>): LaneVerdict => judge({ beyond: false, ...facts });
const tail = (ordinal: number, position: number, sameAsJournal = true): TopicTail => ({
  ordinal,
  position,
  reaches: position,
  headless: false,
  sameAsJournal,
});

describe('a lane whose topics end where the journal says', () => {
  it('is left alone', () =>
    expect(judgeLane({ vector: [7, 6], head: 9, tails: [tail(0, 7), tail(1, 6)] })).toEqual({}));

  it('is left alone when more was sent than confirmed', () =>
    expect(judgeLane({ vector: [7, 6], head: 9, tails: [tail(0, 9), tail(1, 8)] })).toEqual({}));

  it('is left alone when a topic never had an event', () =>
    expect(judgeLane({ vector: [7], head: 7, tails: [tail(0, 7), tail(1, 0)] })).toEqual({}));
});

describe('a lane with a topic that is behind', () => {
  const facts = { vector: [7, 6], head: 9 };

  it('goes back to the end of that topic', () =>
    expect(judgeLane({ vector: [7, 6], head: 9, tails: [tail(0, 7), tail(1, 2)] })).toEqual({ rewindTo: 2 }));

  it('goes back to the beginning when a topic is empty', () =>
    expect(judgeLane({ vector: [7, 6], head: 9, tails: [tail(0, 0), tail(1, 2)] })).toEqual({ rewindTo: 0 }));

  it('goes back although something newer stands on it, which was sent and not confirmed', () =>
    expect(judgeLane({ ...facts, tails: [{ ...tail(0, 9), reaches: 0 }, tail(1, 6)] })).toEqual({ rewindTo: 0 }));

  it('goes back to the beginning when that is gone', () =>
    expect(judgeLane({ ...facts, tails: [{ ...tail(0, 7), headless: true }, tail(1, 6)] })).toEqual({ rewindTo: 0 }));

  it('stays where it is when nobody looked far enough', () =>
    expect(judgeLane({ ...facts, tails: [{ ...tail(0, 9), reaches: undefined }, tail(1, 6)] })).toEqual({}));

  it('goes back far enough for every topic, and never further than the least of them', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })), { maxLength: 6 }), (pairs) => {
        const tails = pairs.map(([, position], ordinal) => tail(ordinal, position));
        const { rewindTo } = judgeLane({ vector: pairs.map(([sent]) => sent), head: 50, tails });
        const behind = pairs.filter(([sent, position]) => position < sent).map(([, position]) => position);
        expect(rewindTo).toBe(behind.length === 0 ? undefined : Math.min(...behind));
      }),
    ));
});

describe('a lane is not shipped', () => {
  it('when a topic holds positions that the journal does not have', () =>
    expect(judgeLane({ vector: [7], head: 7, tails: [tail(0, 8, false)] })).toEqual({ hold: 'LANE_AHEAD_OF_JOURNAL' }));

  it('when a topic holds more than the journal although it ends before', () =>
    expect(judge({ vector: [7], head: 7, beyond: true, tails: [tail(0, 3)] })).toEqual({
      hold: 'LANE_AHEAD_OF_JOURNAL',
    }));

  it('when the journal holds another event at a position', () =>
    expect(judgeLane({ vector: [9], head: 9, tails: [tail(0, 8, false)] })).toEqual({
      hold: 'LANE_DIVERGES_FROM_JOURNAL',
    }));

  it('although another of its topics is behind', () =>
    expect(judgeLane({ vector: [7, 6], head: 7, tails: [tail(0, 8, false), tail(1, 0)] })).toEqual({
      hold: 'LANE_AHEAD_OF_JOURNAL',
    }));
});
