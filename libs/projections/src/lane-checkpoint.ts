import type { LaneVector } from '#libs/kernel';

/** How far a consumer is in one lane. */
export interface LaneCheckpoint {
  readonly lane: number;
  /** Position of the last event applied, of the topics that are read; 0 before the first. */
  readonly position: number;
  /** The lane's vector at that position. */
  readonly vector: LaneVector;
  /** Leaf at that position: what the next event calls `previous` if it follows directly. */
  readonly leaf: Buffer;
  /** Index = topic's ordinal: the Kafka offset to read from. A hint that costs nothing if too low. */
  readonly offsets: readonly number[];
}
