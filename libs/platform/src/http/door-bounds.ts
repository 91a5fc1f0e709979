import { z } from 'zod';
import type { ShareLimits } from '../auth/agency-shares.js';

/** What a door takes at once, whoever comes. */
export interface DoorBounds {
  /** Of one agency, in requests; a body counts once for each 16 KiB. */
  readonly requests: ShareLimits;
  /** Open connections, of all together. */
  readonly connections: number;
}

const count = z.coerce.number().int().positive();

/** How many connections a door holds. */
export const connectionSettings = { MAX_CONNECTIONS: count.default(4_096) };

/**
 * What one agency may ask of an app that is read. Open is what is being worked on: all of it stands in one line for the same
 * few connections to the database. A read that waits for a position counts as well, since it asks the database again and
 * again. A long poll that waits without asking must not: it gets a bound of its own, by memory and connections and not by
 * the database, and takes its place here only while it reads; else the streams of one agency shut its own people out.
 */
export const requestShareSettings = {
  AGENCY_REQUESTS_PER_SECOND: z.coerce.number().positive().default(2_000),
  AGENCY_REQUESTS_BURST: count.default(5_000),
  AGENCY_REQUESTS_OPEN: count.default(64),
};

const settings = z.object({ ...connectionSettings, ...requestShareSettings });

export const doorBoundsOf = (read: z.output<typeof settings>): DoorBounds => ({
  connections: read.MAX_CONNECTIONS,
  requests: {
    perSecond: read.AGENCY_REQUESTS_PER_SECOND,
    burst: read.AGENCY_REQUESTS_BURST,
    open: read.AGENCY_REQUESTS_OPEN,
  },
});

export const defaultDoorBounds = doorBoundsOf(settings.parse({}));
