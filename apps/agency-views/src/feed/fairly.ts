interface Placed {
  readonly lane: number;
  readonly at: number;
}

/**
 * At most `limit` rows, as many of each lane as of the others; where a round does not fit whole, those that happened first.
 * Within a lane the order stays, and nothing is left out before something that is taken.
 * @param rows by lane, in its order
 */
export function fairly<Row extends Placed>(rows: readonly Row[], limit: number): Row[] {
  if (rows.length <= limit) return [...rows];
  const lanes = [...Map.groupBy(rows, ({ lane }) => lane).values()];
  const taken = new Set<Row>();
  for (let round = 0; taken.size < limit; round += 1) {
    const next = lanes.map((lane) => lane[round]).filter((row) => row !== undefined);
    const first = next.toSorted((a, b) => a.at - b.at).slice(0, limit - taken.size);
    first.forEach((row) => taken.add(row));
  }
  return rows.filter((row) => taken.has(row));
}
