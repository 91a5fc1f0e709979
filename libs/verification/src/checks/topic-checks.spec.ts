import { describe, expect, it } from '@jest/globals';
import { NO_LEAF, topics, TOPICS_IN_USE } from '#libs/contracts';
import type { AlienRecord, LogRecord } from '#libs/event-log';
import { chronicleOf, kinds, laneOf, LANE, recordsOf, standingAt } from '../lane.fixtures.js';
import { Report } from '../report.js';
import { LaneOffsets } from './read-offsets.js';
import { TopicRecords } from './topic-records.js';

const rows = laneOf();
const records = recordsOf(rows);

describe('the topics of a lane', () => {
  const found = (sent: readonly (LogRecord | AlienRecord)[], relayed = rows.length): string[] => {
    const report = new Report();
    const check = new TopicRecords(chronicleOf(rows), report);
    sent.forEach((record) => check.add(record));
    check.end(relayed);
    return [...kinds(report, 'topics'), ...kinds(report, 'K10')];
  };
  const changed = (position: number, change: Partial<LogRecord>): LogRecord[] =>
    records.map((record) => (record.position === position ? { ...record, ...change } : record));
  const of = (...positions: number[]): LogRecord[] => positions.flatMap((position) => records[position - 1] ?? []);

  it('are the journal', () => expect(found(records)).toEqual([]));
  it('may repeat what the relay sent again', () =>
    expect(found([...of(1, 2, 3, 1, 2, 3, 4), ...records.slice(4)])).toEqual([]));
  it('may lack what is not relayed yet', () => expect(found(records.slice(0, 5), 5)).toEqual([]));
  it('may be ahead of the cursor', () => expect(found(records, 5)).toEqual([]));
  it('show a record that is missing', () =>
    expect(found(records.filter(({ position }) => position !== 5))).toEqual(['lost-write']));
  it('show records in another order', () => expect(found(of(1, 2, 3, 4, 6, 5, 7, 8))).toEqual(['nonmonotonic-send']));
  it('may have been filled again after a loss', () => expect(found(of(1, 2, 6, 7, 8, 3, 4, 5, 6, 7, 8))).toEqual([]));
  it('show a refill that ended before what was there', () =>
    expect(found(of(1, 2, 7, 8, 3, 4, 5, 6))).toEqual(['nonmonotonic-send']));
  it('show other bytes', () => expect(found(changed(5, { leaf: NO_LEAF }))).toEqual(['inconsistent-offsets']));
  it('show an event on another topic', () =>
    expect(found(changed(5, { topic: topics.escalation }))).toContain('inconsistent-offsets'));
  it('show headers that say something else than the event', () =>
    expect(found(changed(5, { after: [1, 1] }))).toEqual(['inconsistent-offsets']));
  it('show a record that the journal lacks', () =>
    expect(found([...records, { ...records[0], position: 99 } as LogRecord])).toEqual(['G1a']));
  it('show a record of a stranger', () =>
    expect(found([...records, { topic: topics.referral, lane: LANE, offset: 99, reason: 'MAC_MISSING' }])).toEqual([
      'alien-record',
    ]));
  it('show a cursor beyond the journal', () => expect(found(records, 9)).toEqual(['offset-ahead']));
});

describe('the offsets of a consumer', () => {
  const found = (upTo: number, { offsets = standingAt(upTo, rows).offsets, committed = new Map() } = {}): string[] => {
    const report = new Report();
    const check = new LaneOffsets(
      'audit_trail',
      TOPICS_IN_USE,
      { ...standingAt(upTo, rows), offsets },
      committed,
      report,
    );
    records.forEach((record) => check.add(record));
    return kinds(report, 'K10');
  };
  it('stand behind what was applied', () => expect(found(8)).toEqual([]));
  it('stand before what was not', () => expect(found(5)).toEqual([]));
  it('show a checkpoint that passes what was not applied', () =>
    expect(found(7, { offsets: [6, 2] })).toEqual(['offset-ahead']));
  it('show a commit that passes what was not applied', () =>
    expect(found(5, { committed: new Map([[topics.referral, 6]]) })).toEqual([
      'offset-ahead',
      'offset-ahead',
      'offset-ahead',
    ]));
  it('may be too low, which costs nothing', () => expect(found(8, { offsets: [0, 0] })).toEqual([]));
});
