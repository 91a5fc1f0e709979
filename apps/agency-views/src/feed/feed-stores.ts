import { TransientError } from '#libs/kernel';
import { BoundedClient, hear } from '#libs/postgres';
import { findLiveVersion, type PositionGate } from '#libs/projections';
import { Pool } from 'pg';
import { agencyFeed } from './feed.projection.js';

/** Feeds have connections of their own: however many wait, the other reads have theirs. */
const READERS = 4;
/** For a free connection. */
const WAIT_MS = 3_000;
const STATEMENT_MS = 10_000;

/** What reads of feeds need. */
export class FeedStores {
  readonly pool: Pool;

  constructor(
    databaseUrl: string,
    readonly gate: PositionGate,
  ) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      application_name: 'agency-feed',
      Client: BoundedClient,
      max: READERS,
      connectionTimeoutMillis: WAIT_MS,
      statement_timeout: STATEMENT_MS,
    });
    hear(this.pool);
  }

  /** @throws TransientError while no version of the feed has started, as in a database that is new: none can be read */
  async assertBegun(): Promise<void> {
    if ((await findLiveVersion(this.pool, agencyFeed.name)) === null)
      throw new TransientError('FEED_NOT_BEGUN', 503, 1);
  }
}
