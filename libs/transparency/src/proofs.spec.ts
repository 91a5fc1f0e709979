import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rootOfLeaves } from './merkle-tree.js';
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.js';
import { knownLeaves, leavesUpTo } from './tree.fixtures.js';

const headOf = (leaves: readonly Buffer[]) => ({ size: leaves.length, root: rootOfLeaves(leaves) });
const hex = (nodes: readonly Buffer[]): string[] => nodes.map((node) => node.toString('hex'));
const places = fc.integer({ min: 1, max: 120 }).chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));

describe('the proof that a leaf is in a tree', () => {
  it('is the published one', () => {
    expect(hex(inclusionProof(knownLeaves, 0))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  it('verifies for every leaf of every tree, and for no other leaf, place or size', () => {
    fc.assert(
      fc.property(places, ([size, index]) => {
        const leaves = leavesUpTo(size);
        const head = headOf(leaves);
        const leaf = leaves[index] as Buffer;
        const proof = inclusionProof(leaves, index);
        expect(verifyInclusion(leaf, index, head, proof)).toBe(true);
        expect(verifyInclusion(Buffer.alloc(32), index, head, proof)).toBe(false);
        expect(verifyInclusion(leaf, index + 1, head, proof)).toBe(false);
        expect(verifyInclusion(leaf, index, head, [...proof, leaf])).toBe(false);
        expect(verifyInclusion(leaf, index, head, proof.slice(1))).toBe(proof.length === 0);
      }),
    );
  });
});

describe('the proof that a tree is the start of another', () => {
  it('is the published one', () => {
    expect(hex(consistencyProof(knownLeaves, 6))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('verifies for every earlier size, and not when an earlier leaf was changed', () => {
    fc.assert(
      fc.property(places, ([size, index]) => {
        const leaves = leavesUpTo(size);
        const older = headOf(leaves.slice(0, index + 1));
        expect(verifyConsistency(older, headOf(leaves), consistencyProof(leaves, older.size))).toBe(true);

        const forged = leaves.with(index, Buffer.alloc(32));
        expect(verifyConsistency(older, headOf(forged), consistencyProof(forged, older.size))).toBe(false);
      }),
    );
  });
});
