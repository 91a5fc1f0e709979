import { type LaneVector, vectorAt } from '#libs/kernel';
import type { HoldReason } from '../shipping/lane-holds.js';

/** The last record of one topic in a lane; position 0 when there is none. */
export interface TopicTail {
  readonly ordinal: number;
  readonly position: number;
  /** How far it reaches up to the cursor: what stands beyond says nothing of what is missing before. Undefined if unknown. */
  readonly reaches: number | undefined;
  /** Whether its beginning is gone. */
  readonly headless: boolean;
  /** Whether the journal holds the same event at that position. */
  readonly sameAsJournal: boolean;
}

export interface LaneFacts {
  /** The lane's vector in the journal at the cursor: what must be on the topics. */
  readonly vector: LaneVector;
  /** The journal's last position, read after the tails. */
  readonly head: number;
  /** Whether a topic was found to hold more than the journal, wherever it ends. */
  readonly beyond: boolean;
  readonly tails: readonly TopicTail[];
}

export interface LaneVerdict {
  /** The journal is not the one that the topics were written from: ship nothing. */
  readonly hold?: HoldReason;
  /** A topic is behind: ship again everything after this position. */
  readonly rewindTo?: number;
}

/** Compares what the topics end with and what the journal says was sent. */
export function judgeLane({ vector, head, beyond, tails }: LaneFacts): LaneVerdict {
  if (beyond || tails.some(({ position }) => position > head)) return { hold: 'LANE_AHEAD_OF_JOURNAL' };
  if (tails.some(({ position, sameAsJournal }) => position > 0 && !sameAsJournal))
    return { hold: 'LANE_DIVERGES_FROM_JOURNAL' };
  const behind = tails.flatMap(({ ordinal, reaches, headless }) => {
    const sent = vectorAt(vector, ordinal);
    if (headless && sent > 0) return [0];
    return reaches !== undefined && reaches < sent ? [reaches] : [];
  });
  return behind.length === 0 ? {} : { rewindTo: Math.min(...behind) };
}
