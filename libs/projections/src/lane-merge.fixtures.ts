import { createHash } from 'node:crypto';
import { leafOf, NO_LEAF, ordinalOf, type Topic } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import { advance, type LaneVector } from '#libs/kernel';
import type { LaneCheckpoint } from './lane-checkpoint.js';

/** A lane's history with one event per topic named; content is of no matter to the order. Offsets are the index in the topic. */
export function historyOf(topics: readonly Topic[], salt = ''): LogRecord[] {
  const fingerprint = Buffer.alloc(32, 7);
  let after: LaneVector = [];
  let previous: Buffer = NO_LEAF;
  return topics.map((topic, index) => {
    const position = index + 1;
    const bytes = createHash('sha256').update(`${salt}/${position}`).digest();
    const leaf = leafOf(fingerprint, bytes);
    const key = `leg-${position % 3}`;
    const record = { topic, lane: 1, offset: index, key, position, after, previous, fingerprint, bytes, leaf };
    after = advance(after, ordinalOf(topic), position);
    previous = leaf;
    return record;
  });
}

export const START: LaneCheckpoint = { lane: 1, position: 0, vector: [], leaf: NO_LEAF, offsets: [] };
