import { type Topic, TOPICS_IN_USE, topics } from '#libs/contracts';
import type { LaneVector } from '#libs/kernel';

/** A consumer whose database is verified. Its live version is asked of the database. */
export interface WatchedConsumer {
  readonly name: string;
  readonly topics: readonly Topic[];
}

/** Inbox, sent, referral and timeline. */
export const AGENCY_VIEWS: WatchedConsumer = { name: 'agency_views', topics: [topics.referral, topics.escalation] };

/** What each agency is told. */
export const AGENCY_FEED: WatchedConsumer = { name: 'agency_feed', topics: [topics.referral, topics.escalation] };

/** An entry and a leaf for every event. */
export const AUDIT_TRAIL: WatchedConsumer = { name: 'audit_trail', topics: TOPICS_IN_USE };

/** How far a consumer is in a lane, as its own database says. */
export interface ConsumerLane {
  readonly lane: number;
  readonly position: number;
  readonly vector: LaneVector;
  readonly leaf: Buffer;
  /** Index = topic's ordinal: the offset to read from. */
  readonly offsets: readonly number[];
  /** Parked events, as the checkpoint counts them. */
  readonly letters: number;
  /** Why nothing of the lane is applied any more; null while it flows. */
  readonly stopped: string | null;
}

/** An event that a consumer set aside. */
export interface ParkedEvent {
  readonly lane: number;
  readonly position: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}
