import { EMPTY_ROOT, HASH_BYTES, nodeOf } from './merkle-tree.js';

/**
 * All that a growing tree must keep: the roots of its complete subtrees, the largest first, one for each bit that is set
 * in `size`. Values are not changed in place, so a failed transaction leaves the old one whole.
 */
export interface Frontier {
  readonly size: number;
  readonly nodes: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, nodes: [] };

/** The tree with these leaf hashes added at its right end. */
export function appendLeaves({ size, nodes }: Frontier, leaves: readonly Buffer[]): Frontier {
  const grown = [...nodes];
  for (const [index, leaf] of leaves.entries()) pushLeaf(grown, size + index, leaf);
  return { size: size + leaves.length, nodes: grown };
}

/** The Merkle tree hash of RFC 6962, 2.1. */
export function rootOf({ nodes }: Frontier): Buffer {
  return (
    nodes.reduceRight<Buffer | undefined>((right, left) => (right ? nodeOf(left, right) : left), undefined) ??
    EMPTY_ROOT
  );
}

/** The nodes one after the other, 32 bytes each. */
export function frontierBytes({ nodes }: Frontier): Buffer {
  return Buffer.concat(nodes);
}

/** @throws RangeError when the bytes are not those of a tree of this size */
export function parseFrontier(size: number, bytes: Buffer): Frontier {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('a tree has a whole number of leaves');
  if (bytes.length !== bitsSet(size) * HASH_BYTES)
    throw new RangeError(`${bytes.length} bytes are not the frontier of ${size} leaves`);
  const nodes = Array.from({ length: bytes.length / HASH_BYTES }, (_, index) =>
    Buffer.from(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)),
  );
  return { size, nodes };
}

// Each bit set at the low end of the size is a complete subtree that the new leaf completes further.
function pushLeaf(nodes: Buffer[], size: number, leaf: Buffer): void {
  if (leaf.length !== HASH_BYTES) throw new RangeError('a leaf is a SHA-256 hash');
  let node = leaf;
  // Division instead of bit operators, which cut off at 32 bits.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeOf(takeLast(nodes), node);
  nodes.push(node);
}

function takeLast(nodes: Buffer[]): Buffer {
  const last = nodes.pop();
  if (!last) throw new RangeError('the frontier has fewer nodes than its size says');
  return last;
}

function bitsSet(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
