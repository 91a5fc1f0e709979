import { z } from 'zod';
import type { ShareLimits } from '../auth/agency-shares.js';
import type { PlaceBounds } from '../auth/places.js';

/** What a door takes at once, whoever comes. */
export interface DoorBounds {
  /** Of one agency, in requests; a body counts once for each 16 KiB. */
  readonly requests: ShareLimits;
  /** Reads that wait for a position; by default as `requestShareSettings` have it. */
  readonly waits?: PlaceBounds;
  /** Open connections, of all together. */
  readonly connections: number;
}

const count = z.coerce.number().int().positive();

export const defaultWaits: PlaceBounds = { ofAgency: 512, ofAll: 2_000 };

/** How many connections a door holds. */
export const connectionSettings = { MAX_CONNECTIONS: count.default(4_096) };

/**
 * What one agency may ask of an app that is read. Open is what is being worked on: all of it stands in one line for the same
 * few connections to the database. What waits without asking has a bound of its own, by memory and connections and not by
 * the database: feeds, and reads that wait for a position. Else the streams of one agency shut its own people out, and an
 * integrator that reads its own writes could do so only as often as the view lags little (200 a second that are shown after
 * 0.33 s are 66 that wait).
 */
export const requestShareSettings = {
  AGENCY_REQUESTS_PER_SECOND: z.coerce.number().positive().default(2_000),
  AGENCY_REQUESTS_BURST: count.default(5_000),
  AGENCY_REQUESTS_OPEN: count.default(64),
  AGENCY_READS_WAITING: count.default(defaultWaits.ofAgency),
  READS_WAITING: count.default(defaultWaits.ofAll),
};

const settings = z.object({ ...connectionSettings, ...requestShareSettings });

export const doorBoundsOf = (read: z.output<typeof settings>): DoorBounds => ({
  connections: read.MAX_CONNECTIONS,
  requests: {
    perSecond: read.AGENCY_REQUESTS_PER_SECOND,
    burst: read.AGENCY_REQUESTS_BURST,
    open: read.AGENCY_REQUESTS_OPEN,
  },
  waits: { ofAgency: read.AGENCY_READS_WAITING, ofAll: read.READS_WAITING },
});

export const defaultDoorBounds = doorBoundsOf(settings.parse({}));
