/** Partitions of every topic. Generous, so that jurisdictions can be widened without adding partitions for a long time. */
export const LANE_COUNT = 64;

/**
 * How far each topic reaches in one lane: index = the topic's released ordinal, value = the position of the topic's last
 * event, 0 or absent = none. Entries of topics that the holder does not know are kept and copied whole (design 3).
 */
export type LaneVector = readonly number[];

export function vectorAt(vector: LaneVector, ordinal: number): number {
  return vector[ordinal] ?? 0;
}

/** The vector after an event of topic `ordinal` at `position`. */
export function advance(vector: LaneVector, ordinal: number, position: number): number[] {
  const next = [...vector];
  while (next.length <= ordinal) next.push(0);
  next[ordinal] = position;
  return next;
}

/** The highest position among the given topics. */
export function highest(vector: LaneVector, ordinals: readonly number[]): number {
  let top = 0;
  for (const ordinal of ordinals) top = Math.max(top, vectorAt(vector, ordinal));
  return top;
}
