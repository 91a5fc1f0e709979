import type { LogRecord } from '#libs/event-log';

/** Consecutive records of one lane, to be applied if the lane's checkpoint stands at `from`. */
export interface LaneRun {
  readonly lane: number;
  readonly from: number;
  readonly records: readonly LogRecord[];
  /** Where to read from afterwards; null leaves that as it is. */
  readonly offsets: readonly number[] | null;
  /** Records that came again, to be compared with what was applied. */
  readonly again: readonly LogRecord[];
}
