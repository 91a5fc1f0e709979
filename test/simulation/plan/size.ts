/** Bounds of what chance decides about a run. */
export interface Size {
  readonly lanes: readonly number[];
  /** Milliseconds in which things are said and go wrong, at the most. */
  readonly span: number;
  readonly referrals: number;
  /** What is said of one referral after its submission, at the most. */
  readonly moves: number;
  readonly faults: readonly number[];
  /** How likely each kind of reader is beside the one that is always there. */
  readonly otherReaders: number;
}

/** Small runs are many in a minute, and most of what goes wrong shows in them; large ones show what needs more. */
export const SMALL: Size = {
  lanes: [1, 1, 2],
  span: 1_200,
  referrals: 3,
  moves: 2,
  faults: [0, 1, 2, 3, 4],
  otherReaders: 0.1,
};
export const LARGE: Size = {
  lanes: [1, 2, 3],
  span: 4_000,
  referrals: 8,
  moves: 4,
  faults: [1, 3, 5, 8, 12],
  otherReaders: 0.4,
};
export const SMALL_SHARE = 0.75;
