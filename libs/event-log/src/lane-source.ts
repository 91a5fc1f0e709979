import type { Topic } from '#libs/contracts';

/** Offsets of one lane by topic. */
export type TopicOffsets = ReadonlyMap<Topic, number>;

/**
 * Where a consumer's records come from. It only feeds: which lanes come to this process, and from where they are read.
 * Whether an event has its effect is decided by the locked checkpoint alone, so two owners of a lane do no harm.
 */
export interface LaneSource {
  /** Called whenever lanes are dealt out anew, before any record of the new deal; nothing is read until `readFrom`. */
  onAssigned(listener: (lanes: readonly number[]) => void): void;
  /**
   * Learns where the topics begin and end, for `readFrom`. Never fails: what is not known then is found out while reading, which
   * takes a fetch for each topic of each lane.
   */
  locate(): Promise<void>;
  /**
   * Reads the lane's topics from these offsets on; from its beginning what ends before or begins behind one of them, as far as
   * that is located. The offsets must be older than the last `locate`.
   */
  readFrom(lane: number, offsets: TopicOffsets): void;
  /** Reads nothing of the lane until `readFrom`. */
  hold(lane: number): void;
  pause(lane: number, topic: Topic): void;
  resume(lane: number, topic: Topic): void;
  /** Offset after the last record, by lane. */
  ends(topic: Topic): Promise<ReadonlyMap<number, number>>;
  /** Tells Kafka's own tools how far this consumer is; nothing is ever read from there. */
  hint(offsets: ReadonlyMap<number, TopicOffsets>): Promise<void>;
}
