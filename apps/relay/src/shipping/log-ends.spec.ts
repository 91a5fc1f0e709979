import { describe, expect, it } from '@jest/globals';
import { LogEnds } from './log-ends.js';

const topic = 'bus.referral.v1';
const appended = (from: number, to: number, low = 0) => ({ topic, lane: 3, from, to, low }) as const;

describe('the known end of a lane', () => {
  it('grows with each confirmation', () => {
    const ends = new LogEnds();
    expect(ends.observe(appended(5, 8))).toBeUndefined();
    expect(ends.observe(appended(8, 9))).toBeUndefined();
  });

  it('may be passed by records of others', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    expect(ends.observe(appended(100, 101))).toBeUndefined();
  });

  it('shows a topic that was cut off or made anew', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    expect(ends.observe(appended(2, 3))).toEqual({ topic, lane: 3, before: 2 });
    expect(ends.observe(appended(3, 4))).toBeUndefined();
  });

  it('shows records that were deleted from the beginning', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    expect(ends.observe(appended(8, 9, 6))).toEqual({ topic, lane: 3, before: 0 });
    expect(ends.observeEnds(topic, 3, { low: 7, high: 9 }, new Map())).toEqual({ topic, lane: 3, before: 0 });
    expect(ends.observeEnds(topic, 3, { low: 7, high: 9 }, new Map())).toBeUndefined();
  });

  it('shows what was lost between the look at a topic and the first word here', () => {
    const ends = new LogEnds();
    ends.observeEnds(topic, 3, { low: 0, high: 8 }, new Map());
    expect(ends.observe(appended(2, 3))).toEqual({ topic, lane: 3, before: 2 });
  });

  it('is that of the last word here, however long ago the topic was looked at', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    ends.observeEnds(topic, 3, { low: 0, high: 5 }, new Map());
    expect(ends.observe(appended(5, 6))).toEqual({ topic, lane: 3, before: 5 });
  });

  it('shows a topic that was cut off before anything new is sent, even where its last record is a late one', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    const written = ends.written();
    expect(ends.observeEnds(topic, 3, { low: 0, high: 6 }, written)).toEqual({ topic, lane: 3, before: 0 });
    expect(ends.observeEnds(topic, 3, { low: 0, high: 6 }, ends.written())).toBeUndefined();
    expect(ends.observe(appended(6, 8))).toBeUndefined();
  });

  it('is nothing to a relay that takes over', () => {
    const ends = new LogEnds();
    ends.observe(appended(5, 8));
    ends.forget();
    expect(ends.observe(appended(0, 1))).toBeUndefined();
  });
});
