import { type CaseReader, EVENTS_FOR_LIMITED, eventsGrantedBy, type Extent, OF_OUTCOMES } from '#libs/access';
import type { Side } from '../referral/side.js';

/** As whom somebody reads a timeline. */
export interface TimelineReader extends CaseReader {
  readonly side: Side;
  readonly extent: Extent;
}

/** Which entries the reader is shown (`audienceOf`), as a condition on the table with alias `entry`. */
export function entriesFor({ side, extent, agency }: TimelineReader): { sql: string; params: Record<string, unknown> } {
  if (extent === 'PARTY') return { sql: 'entry.parties IN (:...parties)', params: { parties: ['BOTH', side] } };
  const saysOutcomes = `jsonb_typeof(entry.data -> 'outcomes') = 'array'`;
  if (extent === 'REQUESTS_AND_OUTCOME')
    return {
      sql: `(entry.parties IN (:...parties) AND (entry.agency = :agency
        OR (entry.type IN (:...told) AND (entry.type <> '${OF_OUTCOMES}' OR ${saysOutcomes}))))`,
      params: { agency, parties: ['BOTH', side], told: EVENTS_FOR_LIMITED },
    };
  const outcomes = `(entry.type = '${OF_OUTCOMES}' AND ${saysOutcomes})`;
  return {
    sql: `(entry.third = :agency OR (entry.type IN (:...granted) AND entry.parties = 'BOTH') OR ${outcomes})`,
    params: { agency, granted: eventsGrantedBy(extent === 'CASE' ? 'CASE' : 'STATE_AND_OUTCOME') },
  };
}
