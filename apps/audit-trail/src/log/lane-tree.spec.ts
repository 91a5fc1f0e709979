import { describe, expect, it } from '@jest/globals';
import { leafOfEvent } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { LaneHistory } from '#libs/testing';
import { rootOf, rootOfLeaves } from '#libs/transparency';
import { received } from '../trail.fixtures.js';
import { EMPTY_TREE, grow } from './lane-tree.js';

function recordsOf({ rows }: LaneHistory): LogRecord[] {
  const leaves = rows.map(leafOfEvent);
  return rows.map((row, index) => ({
    ...row,
    offset: index,
    after: [],
    previous: leaves[index - 1] ?? Buffer.alloc(32),
    leaf: leaves[index] as Buffer,
  }));
}

const records = recordsOf(new LaneHistory(1).append([received, received, received, received, received]));

describe('the tree of a lane', () => {
  it('has the leaf of position n at index n - 1', () => {
    const { frontier, head } = grow(EMPTY_TREE, records);
    expect(frontier.size).toBe(5);
    expect(rootOf(frontier)).toEqual(rootOfLeaves(records.map(({ leaf }) => leaf)));
    expect(head).toBe(records[4]?.leaf);
  });

  it('grows in steps to the same tree', () => {
    expect(grow(grow(EMPTY_TREE, records.slice(0, 2)), records.slice(2))).toEqual(grow(EMPTY_TREE, records));
  });

  it('takes no event out of its turn', () => {
    expect(() => grow(EMPTY_TREE, records.slice(1))).toThrow('POSITION_SKIPPED');
    expect(() => grow(grow(EMPTY_TREE, records), records.slice(4))).toThrow('POSITION_SKIPPED');
  });

  it('takes no event that does not follow its last leaf', () => {
    const forged = records.map((record) => (record.position === 3 ? { ...record, leaf: Buffer.alloc(32, 1) } : record));
    expect(() => grow(EMPTY_TREE, forged)).toThrow('PREVIOUS_MISMATCH');
  });
});
