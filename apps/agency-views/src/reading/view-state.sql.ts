import { agencyViews } from '../agency-views.projection.js';

const OWN = `consumer = '${agencyViews.name}' AND version = ${agencyViews.version}`;

/** Position of the first event of a referral that waits for repair in this view; NULL where none does. */
export const firstParked = (id: string): string =>
  `(SELECT min(position) FROM bus.parked WHERE ${OWN} AND key = ${id})`;

/** How far this view is in a lane, as JSON of a BusPosition. */
export const shownPosition = (lane: string): string =>
  `(SELECT json_build_object('lane', lane, 'position', position, 'vector', vector) FROM bus.checkpoint WHERE ${OWN} AND lane = ${lane})`;

/** Whether the event at this place waits for repair in this view. */
export const waitsForRepair = (lane: string, position: string): string =>
  `EXISTS (SELECT FROM bus.parked WHERE ${OWN} AND lane = ${lane} AND position = ${position})`;

/** What waits for repair of one referral: its beginning is among the first. */
export const parkedBeginning = (id: string, topic: string): string =>
  `SELECT fingerprint, bytes FROM bus.parked WHERE ${OWN} AND key = ${id} AND topic = ${topic} ORDER BY position LIMIT 20`;

/** Beginnings that are looked at for one answer; where more wait, nobody is told that nothing is left out. */
export const MOST_UNLISTED = 200;

/** What waits for repair of referrals of which this view has no row yet: their beginnings are among it. */
export const unlisted = (referrals: string, topic: string): string =>
  `SELECT fingerprint, bytes FROM bus.parked WHERE ${OWN} AND topic = ${topic}
    AND NOT EXISTS (SELECT FROM ${referrals} referral WHERE referral.id = key) ORDER BY lane, position LIMIT ${MOST_UNLISTED}`;

/** Whether an earlier version of this view, or what is left of it, is further in some lane: then this one is still being built. */
export const REBUILDING = `EXISTS (SELECT FROM bus.checkpoint earlier
  LEFT JOIN bus.checkpoint own ON own.consumer = earlier.consumer AND own.lane = earlier.lane
    AND own.version = ${agencyViews.version}
  WHERE earlier.consumer = '${agencyViews.name}' AND earlier.version < ${agencyViews.version}
    AND earlier.position > coalesce(own.position, 0))`;
