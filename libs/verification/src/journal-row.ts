import type { LaneVector } from '#libs/kernel';

/** A row of the journal. */
export interface JournalRow {
  readonly lane: number;
  readonly position: number;
  /** Released ordinal. */
  readonly topic: number;
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly bytes: Buffer;
}

/** A lane's own row: where its next event goes. */
export interface LaneRow {
  readonly lane: number;
  readonly position: number;
  readonly vector: LaneVector;
  /** Leaf of the last event. */
  readonly head: Buffer;
  /** Milliseconds since 1970. */
  readonly acceptedAt: number;
}

export const placeOf = ({ lane, position }: { readonly lane: number; readonly position: number }): string =>
  `lane ${lane} position ${position}`;
