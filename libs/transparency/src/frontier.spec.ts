import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendLeaves, EMPTY_FRONTIER, frontierBytes, parseFrontier, rootOf } from './frontier.js';
import { rootOfLeaves } from './merkle-tree.js';
import { knownLeaves, knownRoots, leavesUpTo } from './tree.fixtures.js';

const count = fc.nat({ max: 300 });

describe('a growing tree', () => {
  it.each(knownRoots.map((root, size) => ({ size, root })))(
    'has the published root at $size leaves',
    ({ size, root }) => {
      expect(rootOf(appendLeaves(EMPTY_FRONTIER, knownLeaves.slice(0, size))).toString('hex')).toBe(root);
    },
  );

  it('has at every size the root that the definition gives', () => {
    const leaves = leavesUpTo(130);
    let tree = EMPTY_FRONTIER;
    for (const [index, leaf] of leaves.entries()) {
      tree = appendLeaves(tree, [leaf]);
      expect(rootOf(tree)).toEqual(rootOfLeaves(leaves.slice(0, index + 1)));
    }
  });

  it('is the same however its leaves are cut into batches', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 12 }), (batches) => {
        const leaves = leavesUpTo(batches.reduce((sum, size) => sum + size, 0));
        let rest = leaves;
        let tree = EMPTY_FRONTIER;
        for (const size of batches) {
          tree = appendLeaves(tree, rest.slice(0, size));
          rest = rest.slice(size);
        }
        expect(tree).toEqual(appendLeaves(EMPTY_FRONTIER, leaves));
        expect(rootOf(tree)).toEqual(rootOfLeaves(leaves));
      }),
    );
  });

  it('grows on from its stored bytes', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        const leaves = leavesUpTo(before + after);
        const stored = appendLeaves(EMPTY_FRONTIER, leaves.slice(0, before));
        const read = parseFrontier(before, frontierBytes(stored));
        expect(rootOf(appendLeaves(read, leaves.slice(before)))).toEqual(rootOfLeaves(leaves));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps one node a bit of its size, also beyond 32 bits', () => {
    const size = 2 ** 40 + 2 ** 33 + 1;
    const stored = parseFrontier(size, Buffer.alloc(3 * 32, 7));
    expect(appendLeaves(stored, leavesUpTo(1))).toMatchObject({ size: size + 1, nodes: { length: 3 } });
  });

  it('refuses bytes of another size and leaves that are not hashes', () => {
    expect(() => parseFrontier(3, Buffer.alloc(32))).toThrow(RangeError);
    expect(() => parseFrontier(-1, Buffer.alloc(0))).toThrow(RangeError);
    expect(() => appendLeaves(EMPTY_FRONTIER, [Buffer.alloc(31)])).toThrow(RangeError);
  });

  it('does not change the tree that it grew from', () => {
    const tree = appendLeaves(EMPTY_FRONTIER, leavesUpTo(3));
    const root = rootOf(tree);
    appendLeaves(tree, leavesUpTo(5));
    expect(rootOf(tree)).toEqual(root);
  });
});
