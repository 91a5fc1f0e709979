import type { CaseReader, Extent } from '#libs/access';
import type { Side } from '../referral/standing-view.js';

/** As whom somebody reads a timeline. */
export interface TimelineReader extends CaseReader {
  readonly side: Side;
  readonly extent: Extent;
}

/** Which entries the reader is shown (`audienceOf`), as a condition on the table with alias `entry`. */
export function entriesFor({ side, extent, agency }: TimelineReader): { sql: string; params: Record<string, unknown> } {
  if (side !== 'THIRD') return { sql: 'entry.parties IN (:...parties)', params: { parties: ['BOTH', side] } };
  const states = extent === 'STATE_AND_OUTCOME' ? ' AND entry.status IS NOT NULL' : '';
  return {
    sql: `(entry.third = :agency OR (entry.parties = 'BOTH' AND entry.third IS NULL${states}))`,
    params: { agency },
  };
}
