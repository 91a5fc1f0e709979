import { createHash, hash } from 'node:crypto';

/** Bytes of a leaf, a node and a root. */
export const HASH_BYTES = 32;

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962, 2.1). */
export const EMPTY_ROOT = createHash('sha256').digest();

const NODE_PREFIX = 0x01;
/** Used for every node again: one digest of one buffer costs half of a Hash object. */
const scratch = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeOf(left: Buffer, right: Buffer): Buffer {
  // A proof of somebody's may hold anything.
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    return createHash('sha256').update(Buffer.of(NODE_PREFIX)).update(left).update(right).digest();
  scratch.set(left, 1);
  scratch.set(right, 1 + HASH_BYTES);
  return Buffer.from(hash('sha256', scratch, 'binary'), 'latin1');
}

/**
 * The Merkle tree hash exactly as RFC 6962, 2.1 defines it, over leaves that are leaf hashes already (0x00 included).
 * It hashes everything again each time: for checking others' roots. What grows keeps a `Frontier`.
 */
export function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const split = largestPowerBelow(leaves.length);
  return nodeOf(rootOfLeaves(leaves.slice(0, split)), rootOfLeaves(leaves.slice(split)));
}

/** The largest power of two smaller than `count`, for two or more. */
export function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
