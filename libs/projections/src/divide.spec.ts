import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topics } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import type { LaneRun } from './lane-run.js';
import { ImpossibleEventError } from './applier.js';
import { halve, suspectsOf, upTo } from './divide.js';
import { historyOf } from './lane-merge.fixtures.js';

const runOf = (lane: number, length: number): LaneRun => ({
  lane,
  from: 0,
  records: historyOf(Array.from({ length }, () => topics.referral)).map((record) => ({ ...record, lane })),
  offsets: [length],
  again: [],
});
const runs = fc
  .array(fc.nat(9), { minLength: 1, maxLength: 5 })
  .map((sizes) => sizes.map((size, at) => runOf(at, size)));
const recordsOf = (some: readonly LaneRun[]): LogRecord[] => some.flatMap(({ records }) => [...records]);

/** Sets the suspects apart and halves the rest on and on, as if everything failed, until each stands alone. */
function whole(some: readonly LaneRun[], suspects: readonly LogRecord[]): readonly LaneRun[] {
  const [first, rest] = upTo(some, suspects);
  return [...first, ...halved(rest)];
}

function halved(some: readonly LaneRun[]): readonly LaneRun[] {
  return halve(some)?.flatMap(halved) ?? some;
}

describe('runs that failed together', () => {
  it('are divided into parts that follow each other in every lane, whoever is suspected', () =>
    fc.assert(
      fc.property(runs, fc.nat(5), fc.nat(2), (failed, suspected, key) => {
        const suspects = recordsOf(failed).filter((each) => each.lane === suspected && each.key === `leg-${key}`);
        const parts = whole(failed, suspects);
        for (const { lane, records, offsets } of failed) {
          const ofLane = parts.filter((part) => part.lane === lane);
          expect(recordsOf(ofLane)).toEqual(records);
          const ends = ofLane.map((part) => part.records.at(-1)?.position ?? 0);
          expect(ofLane.map(({ from }) => from)).toEqual([0, ...ends.slice(0, -1)]);
          expect(ofLane.map((part) => part.offsets)).toEqual([...ends.slice(1).map(() => null), offsets]);
        }
      }),
    ));

  it('are halved down to single records', () =>
    fc.assert(fc.property(runs, (failed) => halved(failed).every(({ records }) => records.length <= 1))));

  it('are divided behind the last suspect of a lane: what is left of it comes with all else', () => {
    const failed = [runOf(1, 6), runOf(2, 6), runOf(3, 6)];
    const suspects = recordsOf(failed.slice(1, 2)).slice(2, 4);
    const [first, rest] = upTo(failed, suspects).map((part) =>
      recordsOf(part).map(({ lane, position }) => [lane, position]),
    );
    expect(first).toEqual([1, 2, 3, 4].map((position) => [2, position]));
    const others = [1, 3].flatMap((lane) => [1, 2, 3, 4, 5, 6].map((position) => [lane, position]));
    expect(rest).toEqual([[2, 5], [2, 6], ...others]);
  });

  it('stay as they are where nobody is suspected', () => {
    const failed = [runOf(1, 6)];
    expect(upTo(failed, [])).toEqual([[], failed]);
  });
});

describe('those who are suspected', () => {
  const failed = [runOf(1, 6), { ...runOf(2, 1), records: runOf(2, 3).records.slice(2) }];
  const refused = (detail: string): Error =>
    Object.assign(new Error('violates a constraint'), { code: '23514', detail });

  it('are those of the referral whose row the database refuses', () =>
    expect(
      suspectsOf(refused('Failing row contains (leg-2, SUBMITTED).'), failed).map(({ position }) => position),
    ).toEqual([2, 5]));

  it('is the one whose handler threw', () => {
    const [, , third = null] = recordsOf(failed);
    expect(suspectsOf(new ImpossibleEventError('STEP_UNKNOWN', { record: third }), failed)).toEqual([third]);
  });

  it('are none where the error names none', () => {
    expect(suspectsOf(refused('Index row references a tuple.'), failed)).toEqual([]);
    expect(suspectsOf(new ImpossibleEventError('STEP_UNKNOWN'), failed)).toEqual([]);
    expect(suspectsOf(new TypeError('no function'), failed)).toEqual([]);
  });
});
