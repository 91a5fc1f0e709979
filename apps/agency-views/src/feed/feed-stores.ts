import { BoundedClient, hear } from '#libs/postgres';
import { type PositionGate } from '#libs/projections';
import { Pool } from 'pg';

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
}
