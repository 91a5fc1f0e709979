import { describe, expect, it } from '@jest/globals';
import { NO_LEAF, topics } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { historyOf, START } from './lane-merge.fixtures.js';
import { LaneMerge } from './lane-merge.js';

const { referral, escalation, access } = topics;
const at = (records: readonly LogRecord[], index: number): LogRecord => {
  const record = records[index];
  if (!record) throw new RangeError(`no record ${index}`);
  return record;
};
const positions = (records: readonly LogRecord[]): number[] => records.map(({ position }) => position);

describe('a lane', () => {
  it('waits for the event of another topic that comes before', () => {
    const history = historyOf([referral, escalation, referral]);
    const merge = new LaneMerge([referral, escalation], START);
    merge.file(at(history, 0));
    merge.file(at(history, 2));
    expect(positions(merge.take(9))).toEqual([1]);
    expect(merge.awaited()).toEqual([escalation]);
    merge.file(at(history, 1));
    expect(positions(merge.take(9))).toEqual([2, 3]);
    expect(merge.awaited()).toEqual([]);
  });

  it('does not wait for topics that it does not read', () => {
    const history = historyOf([referral, access, referral]);
    const merge = new LaneMerge([referral, escalation], START);
    merge.file(at(history, 0));
    merge.file(at(history, 2));
    expect(positions(merge.take(9))).toEqual([1, 3]);
  });

  it('skips what comes again', () => {
    const history = historyOf([referral, referral]);
    const merge = new LaneMerge([referral], START);
    merge.file(at(history, 0));
    merge.take(9);
    expect(merge.file(at(history, 0))).toBe('duplicate');
    merge.file(at(history, 1));
    expect(merge.file(at(history, 1))).toBe('duplicate');
    expect(positions(merge.take(9))).toEqual([2]);
  });

  it('drops what lies beyond a gap, and reads from there again until it has passed it', () => {
    const history = historyOf([referral, referral, referral]);
    const merge = new LaneMerge([referral], START);
    merge.file({ ...at(history, 0), offset: 10 });
    expect(merge.file({ ...at(history, 2), offset: 11 })).toBe('dropped');
    merge.take(9);
    expect(merge.awaited()).toEqual([referral]);
    expect(merge.checkpoint().offsets[0]).toBe(11);
    merge.file({ ...at(history, 1), offset: 12 });
    merge.take(9);
    expect(merge.checkpoint().offsets[0]).toBe(11);
    merge.file({ ...at(history, 2), offset: 13 });
    merge.take(9);
    expect(merge.checkpoint()).toMatchObject({ position: 3, offsets: [14] });
  });

  it('reads past a record without a place', () => {
    const merge = new LaneMerge([referral], START);
    merge.pass({ topic: referral, lane: 1, offset: 4, reason: 'MAC_INVALID' });
    expect(merge.readTo(referral)).toBe(5);
    expect(merge.checkpoint().offsets[0]).toBe(5);
  });

  it('goes on from a checkpoint', () => {
    const history = historyOf([referral, escalation, referral, escalation]);
    const first = new LaneMerge([referral, escalation], START);
    for (const record of history.slice(0, 2)) first.file(record);
    first.take(9);
    const second = new LaneMerge([referral, escalation], first.checkpoint());
    for (const record of history) second.file(record);
    expect(positions(second.take(9))).toEqual([3, 4]);
  });
});

describe('a lane whose history was changed stops', () => {
  const history = historyOf([referral, referral, referral]);
  const other = historyOf([referral, referral, referral], 'other');

  it('when an applied position comes with other bytes', () => {
    const merge = new LaneMerge([referral], START);
    merge.file(at(history, 0));
    merge.take(9);
    expect(merge.file(at(other, 0))).toBe('stopped');
    expect(merge.stopped).toEqual({ lane: 1, topic: referral, position: 1, reason: 'SAME_POSITION_OTHER_BYTES' });
    merge.file(at(history, 1));
    expect(merge.take(9)).toEqual([]);
  });

  it('when a waiting position comes with other bytes', () => {
    const merge = new LaneMerge([referral], START);
    merge.file(at(history, 0));
    expect(merge.file(at(other, 0))).toBe('stopped');
  });

  it('when an event does not follow the one before it, after everything up to there', () => {
    const merge = new LaneMerge([referral], START);
    merge.file(at(history, 0));
    merge.file({ ...at(history, 1), previous: NO_LEAF });
    expect(positions(merge.take(9))).toEqual([1]);
    expect(merge.stopped?.reason).toBe('PREVIOUS_MISMATCH');
  });

  it('when the first event after a restart does not follow the checkpoint', () => {
    const merge = new LaneMerge([referral], { ...START, position: 1, vector: [1], leaf: at(other, 0).leaf });
    merge.file(at(history, 1));
    expect(merge.take(9)).toEqual([]);
    expect(merge.stopped?.reason).toBe('PREVIOUS_MISMATCH');
  });

  it('when an event denies one that was applied', () => {
    const merge = new LaneMerge([referral, escalation], START);
    merge.file(at(history, 0));
    merge.take(9);
    merge.file({ ...at(historyOf([escalation, escalation]), 1), after: [0, 0] });
    expect(merge.take(9)).toEqual([]);
    expect(merge.stopped?.reason).toBe('HISTORY_CONTRADICTED');
  });

  it('and keeps the offset before the record that stopped it', () => {
    const merge = new LaneMerge([referral], START);
    merge.file({ ...at(history, 0), offset: 5 });
    merge.take(9);
    merge.file({ ...at(other, 0), offset: 6 });
    expect(merge.checkpoint().offsets[0]).toBe(6);
  });
});
