import { createKafka, SchemaCatalogue } from '#libs/event-log';
import type { Logger } from '#libs/platform';
import { BoundedClient, PLANS_BY_KEYS } from '#libs/postgres';
import { Pool } from 'pg';
import type { RelayConfig } from './config.js';

export type RelayKafka = ReturnType<typeof createKafka>;

/** What the relay reaches outside of its process: all that a simulation puts something else in place of. */
export interface RelayReach {
  /** Connections to the journal, at most `max`. */
  journal(max: number): Pool;
  readonly kafka: RelayKafka;
  readonly catalogue: Pick<SchemaCatalogue, 'ids'>;
}

const JOURNAL_BOUND_MS = 10_000;

/** The services that the configuration names. */
export function reachOf({ databaseUrl, kafka, registry }: RelayConfig, logger: Logger): RelayReach {
  return {
    journal: (max) => journalPool(databaseUrl, logger, max),
    kafka: createKafka(kafka, logger),
    catalogue: new SchemaCatalogue(registry),
  };
}

function journalPool(connectionString: string, logger: Logger, max: number): Pool {
  const pool = new Pool({
    connectionString,
    application_name: 'bus-relay',
    Client: BoundedClient,
    options: PLANS_BY_KEYS,
    max,
    query_timeout: JOURNAL_BOUND_MS,
  });
  // A broken idle connection is replaced at the next query, which then says what is wrong.
  pool.on('error', (err) => logger.warn({ err }, 'connection to the journal lost'));
  return pool;
}
