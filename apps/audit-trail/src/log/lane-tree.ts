import { NO_LEAF } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { ImpossibleEventError } from '#libs/projections';
import { appendLeaves, EMPTY_FRONTIER, type Frontier } from '#libs/transparency';

/** The Merkle tree of one lane (design 6): leaf index = position - 1, so its size is the last position. */
export interface LaneTree {
  readonly frontier: Frontier;
  /** Leaf of the last position: what the next event calls `previous`. */
  readonly head: Buffer;
}

export const EMPTY_TREE: LaneTree = { frontier: EMPTY_FRONTIER, head: NO_LEAF };

/**
 * The tree with these records of its lane as its next leaves.
 * @throws ImpossibleEventError when they are not exactly the next ones, or do not follow the leaf before them
 */
export function grow({ frontier, head }: LaneTree, records: readonly LogRecord[]): LaneTree {
  let previous = head;
  for (const [index, record] of records.entries()) {
    if (record.position !== frontier.size + index + 1) throw new ImpossibleEventError('POSITION_SKIPPED');
    if (!record.previous.equals(previous)) throw new ImpossibleEventError('PREVIOUS_MISMATCH');
    previous = record.leaf;
  }
  return {
    frontier: appendLeaves(
      frontier,
      records.map(({ leaf }) => leaf),
    ),
    head: previous,
  };
}
