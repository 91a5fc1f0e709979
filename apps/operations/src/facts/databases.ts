import type { Logger } from '#libs/platform';
import { BoundedClient } from '#libs/postgres';
import { groupOf } from '#libs/projections';
import { Pool } from 'pg';
import type { OperationsConfig, WatchedConsumer } from '../config.js';

/** A watched consumer with the connections to its database. */
export interface Watched {
  /** `<name>.v<version>`, as in the consumer group. */
  readonly id: string;
  readonly consumer: WatchedConsumer;
  readonly pool: Pool;
}

/** Connections to what is watched; every one reads, and may ask for redrives, and nothing else. */
export class Databases {
  readonly journal: Pool;
  readonly watched: readonly Watched[];
  readonly #pools = new Map<string, Pool>();

  constructor({ journalUrl, consumers }: OperationsConfig, logger: Logger) {
    this.journal = this.#pool(journalUrl, logger);
    this.watched = consumers.map((consumer) => ({
      id: groupOf(consumer),
      consumer,
      pool: this.#pool(consumer.databaseUrl, logger),
    }));
  }

  find(id: string): Watched | undefined {
    return this.watched.find((each) => each.id === id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #pool(url: string, logger: Logger): Pool {
    const known = this.#pools.get(url);
    if (known) return known;
    const pool = new Pool({
      connectionString: url,
      application_name: 'operations',
      Client: BoundedClient,
      max: 3,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 10_000,
    });
    // A broken idle connection is replaced at the next query, which then says what is wrong.
    pool.on('error', (err) => logger.warn({ err }, 'connection lost'));
    this.#pools.set(url, pool);
    return pool;
  }
}
