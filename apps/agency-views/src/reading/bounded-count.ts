import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Counting ends here, so that it costs the same however much there is. */
export const MOST_COUNTED = 10_000;

export interface BoundedCount {
  readonly count: number;
  /** There are more than `count`. */
  readonly more: boolean;
}

export function boundedCount(found: number): BoundedCount {
  return { count: Math.min(found, MOST_COUNTED), more: found > MOST_COUNTED };
}

/** How many rows a query finds, one more than MOST_COUNTED at most. */
export async function countUpToMost(query: SelectQueryBuilder<ObjectLiteral>): Promise<number> {
  const bounded = query.select('1').limit(MOST_COUNTED + 1);
  const [row] = await query.connection
    .createQueryBuilder()
    .select('count(*)::int', 'count')
    .from(`(${bounded.getQuery()})`, 'counted')
    .setParameters(bounded.getParameters())
    .getRawMany<{ count: number }>();
  return row?.count ?? 0;
}
