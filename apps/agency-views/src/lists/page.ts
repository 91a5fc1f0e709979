import { z } from 'zod';
import { formatCursor } from '../reading/cursor.js';

/** One page of `{ items, next }`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A page of a list of referrals. */
export interface ReferralPage<T> extends Page<T> {
  readonly incomplete: boolean;
}

export const incomplete = z.boolean().meta({
  description:
    'A referral that may belong here is left out, since its very first event waits for repair (the feed names it in `missing`), or since the view is being built anew.',
});

/** @param rows one more than `limit`, where there are that many: then there is a next page */
export function pageOf<T>(rows: readonly T[], limit: number, scope: string, placeOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > limit ? formatCursor(placeOf(last), scope) : null };
}
