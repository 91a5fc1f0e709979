import { type CaseReader, eventsGrantedBy, type Extent, OF_OUTCOMES } from '#libs/access';
import type { Side } from '../referral/standing-view.js';

/** As whom somebody reads a timeline. */
export interface TimelineReader extends CaseReader {
  readonly side: Side;
  readonly extent: Extent;
}

/** Which entries the reader is shown (`audienceOf`), as a condition on the table with alias `entry`. */
export function entriesFor({ side, extent, agency }: TimelineReader): { sql: string; params: Record<string, unknown> } {
  if (side !== 'THIRD') return { sql: 'entry.parties IN (:...parties)', params: { parties: ['BOTH', side] } };
  const outcomes = `(entry.type = '${OF_OUTCOMES}' AND jsonb_typeof(entry.data -> 'outcomes') = 'array')`;
  return {
    sql: `(entry.third = :agency OR (entry.type IN (:...granted) AND entry.parties = 'BOTH') OR ${outcomes})`,
    params: { agency, granted: eventsGrantedBy(extent === 'CASE' ? 'CASE' : 'STATE_AND_OUTCOME') },
  };
}
