import { formatCursor } from '../reading/cursor.js';

/** One page of `{ items, next }`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** @param rows one more than `limit`, where there are that many: then there is a next page */
export function pageOf<T>(rows: readonly T[], limit: number, scope: string, placeOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > limit ? formatCursor(placeOf(last), scope) : null };
}
