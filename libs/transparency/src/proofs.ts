import { largestPowerBelow, nodeOf, rootOfLeaves } from './merkle-tree.js';

/** A tree as an outsider knows it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** The audit path of RFC 6962, 2.1.1: what beside leaf `index` (from 0) it takes to reach the root. @throws RangeError */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index}`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOfLeaves(right)]
    : [...inclusionProof(right, index - split), rootOfLeaves(left)];
}

/** The proof of RFC 6962, 2.1.2 that the first `size` leaves are the start of all of them. @throws RangeError */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) throw new RangeError(`no tree of ${size} leaves`);
  return subProof(leaves, size, true);
}

function subProof(leaves: readonly Buffer[], size: number, isOldRoot: boolean): Buffer[] {
  if (size === leaves.length) return isOldRoot ? [] : [rootOfLeaves(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subProof(left, size, isOldRoot), rootOfLeaves(right)]
    : [...subProof(right, size - split, false), rootOfLeaves(left)];
}

/** Whether `leaf` is leaf `index` of the tree. Never throws for what a stranger sent. */
export function verifyInclusion(leaf: Buffer, index: number, head: TreeHead, proof: readonly Buffer[]): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return false;
  const path = [...proof];
  const root = climb(leaf, index, head.size, path);
  return root !== null && path.length === 0 && root.equals(head.root);
}

// Follows the same splits as the prover, from the leaf upwards; the path is used up from its end, where the root is.
function climb(leaf: Buffer, index: number, size: number, path: Buffer[]): Buffer | null {
  if (size === 1) return leaf;
  const beside = path.pop();
  if (!beside) return null;
  const split = largestPowerBelow(size);
  const inner = index < split ? climb(leaf, index, split, path) : climb(leaf, index - split, size - split, path);
  if (!inner) return null;
  return index < split ? nodeOf(inner, beside) : nodeOf(beside, inner);
}

/** Whether the older tree is the start of the newer one. Never throws for what a stranger sent. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Buffer[]): boolean {
  if (![older.size, newer.size].every(Number.isSafeInteger) || older.size < 1 || older.size > newer.size) return false;
  const path = [...proof];
  const roots = bothRoots(older, newer.size, true, path);
  return roots !== null && path.length === 0 && roots.older.equals(older.root) && roots.newer.equals(newer.root);
}

interface Roots {
  readonly older: Buffer;
  readonly newer: Buffer;
}

function bothRoots(older: TreeHead, newerSize: number, isOldRoot: boolean, path: Buffer[]): Roots | null {
  if (older.size === newerSize) {
    const root = isOldRoot ? older.root : path.pop();
    return root ? { older: root, newer: root } : null;
  }
  const split = largestPowerBelow(newerSize);
  const beside = path.pop();
  if (!beside) return null;
  if (older.size <= split) {
    const inner = bothRoots(older, split, isOldRoot, path);
    return inner && { older: inner.older, newer: nodeOf(inner.newer, beside) };
  }
  const inner = bothRoots({ ...older, size: older.size - split }, newerSize - split, false, path);
  return inner && { older: nodeOf(beside, inner.older), newer: nodeOf(beside, inner.newer) };
}
