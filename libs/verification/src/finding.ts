/**
 * What is wrong, in the words of Jepsen's Kafka checker where one fits. docs/verification.md says of each what it means
 * here and what to do.
 */
export type FindingKind =
  /** Was acknowledged, relayed or accepted, and is not there. */
  | 'lost-write'
  /** Counts twice. */
  | 'duplicate'
  /** Two different events claim one place. */
  | 'inconsistent-offsets'
  /** A reader passed a place without taking what stands there. */
  | 'poll-skip'
  /** A reader went back, or saw things in another order than they were written. */
  | 'nonmonotonic-poll'
  /** Was written in another order than it was accepted. */
  | 'nonmonotonic-send'
  /** Is shown and never happened. */
  | 'G1a'
  /** An agency was told of what was not opened to it. */
  | 'disclosed'
  /** Was accepted, and nobody has taken it within the bound. */
  | 'unseen'
  /** An offset says that more was applied than was. */
  | 'offset-ahead'
  /** `previous`, `after` or a lane's own row do not follow from the events before. */
  | 'broken-chain'
  /** A command of which some events are missing. */
  | 'half-command'
  /** Accepted before the event before it. */
  | 'time-backwards'
  /** What is stored or shown is not what the events say. */
  | 'other-state'
  /** An event that its history does not allow. */
  | 'illegal-history'
  /** An answer that contradicts another answer or the log. */
  | 'other-answer'
  /** A record that the relay did not sign. */
  | 'alien-record'
  /** Bytes that no released schema reads. */
  | 'undecodable'
  /** The sums do not agree. */
  | 'unaccounted'
  /** A consumer stands still until a person has looked. */
  | 'stopped'
  /** Something was left behind. */
  | 'leak';

/** What a check found wrong, and where. Ids, codes and places only. */
export interface Finding {
  readonly kind: FindingKind;
  /** Such as `lane 4 position 17`, `agency_views lane 4`, `PH.4.0198…`. */
  readonly at: string;
  readonly what: string;
}
