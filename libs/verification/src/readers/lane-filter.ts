import { LANE_COUNT } from '#libs/contracts';

/** Rows of some lanes, where a column holds the referral: its id names the lane. Ids that name none come with the first lane. */
export class LaneFilter {
  /** Expression for the row's lane. */
  readonly lane: string;
  readonly condition: string;
  readonly values: readonly unknown[];

  constructor(column: string, lanes: readonly number[]) {
    const named = `CASE WHEN ${column} ~ '^[A-Z]{2}\\.[0-9]{1,5}\\.' THEN split_part(${column}, '.', 2)::int END`;
    this.lane = `coalesce((SELECT l.lane FROM (VALUES (${named})) AS l (lane) WHERE l.lane < ${LANE_COUNT}), 0)`;
    this.condition = `${this.lane} = ANY($1::int[])`;
    this.values = [lanes];
  }
}
