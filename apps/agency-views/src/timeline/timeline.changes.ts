import type { RecordedEvent } from '#libs/contracts';
import { type Change, type JsonValue, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { timelineTable } from './timeline.table.js';

/** @param data the event's codes that its readers are shown */
export function entry(event: RecordedEvent, data: { readonly [name: string]: JsonValue }): Change {
  const { eventId, position, acceptedAt, actor } = event.meta;
  return upsert(timelineTable, {
    referral: legOf(event),
    position,
    type: event.type,
    event_id: eventId,
    at: new Date(acceptedAt),
    agency: actor.agency,
    role: actor.role,
    country: actor.country,
    person: actor.person,
    data,
  });
}
