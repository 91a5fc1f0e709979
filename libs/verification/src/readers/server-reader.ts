import type { Pool } from 'pg';
import type { ServerFacts, ServerSession } from '../checks/leaks.js';
import { VERIFIER } from './databases.js';

/**
 * The servers' own view of the sessions in these databases. A role without pg_monitor sees those of others without their
 * times. Databases of one server name its connections and physical slots alike.
 */
export async function readServers(pools: readonly Pool[]): Promise<ServerFacts> {
  const all = await Promise.all(pools.map(readServer));
  return {
    sessions: all.flatMap(({ sessions }) => sessions),
    prepared: all.flatMap(({ prepared }) => prepared),
    idleSlots: [...new Set(all.flatMap(({ idleSlots }) => idleSlots))],
    connections: Math.max(...all.map(({ connections }) => connections)),
    maxConnections: Math.min(...all.map(({ maxConnections }) => maxConnections)),
  };
}

async function readServer(pool: Pool): Promise<ServerFacts> {
  const sessions = await pool.query<ServerSession>(
    `SELECT pid, application_name AS application, datname AS database,
            CASE WHEN state LIKE 'idle in transaction%' THEN extract(epoch FROM clock_timestamp() - state_change) * 1000 ELSE 0 END::float8 AS "idleInTransactionMs",
            CASE WHEN wait_event_type = 'Lock' THEN extract(epoch FROM clock_timestamp() - query_start) * 1000 ELSE 0 END::float8 AS "waitingMs"
     FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> $1`,
    [VERIFIER],
  );
  const prepared = await pool.query<{ gid: string }>(
    'SELECT gid FROM pg_prepared_xacts WHERE database = current_database()',
  );
  const slots = await pool.query<{ name: string }>(
    'SELECT slot_name AS name FROM pg_replication_slots WHERE NOT active AND (database IS NULL OR database = current_database())',
  );
  const counts = await pool.query<{ taken: number; most: number }>(
    `SELECT count(*)::int AS taken, current_setting('max_connections')::int AS most FROM pg_stat_activity WHERE backend_type = 'client backend'`,
  );
  const [{ taken = 0, most = 0 } = {}] = counts.rows;
  return {
    sessions: sessions.rows,
    prepared: prepared.rows.map(({ gid }) => gid),
    idleSlots: slots.rows.map(({ name }) => name),
    connections: taken,
    maxConnections: most,
  };
}

/** Scratch schemas of rebuilds; none while a rebuild is running. */
export async function readScratchSchemas(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE '%\\_rebuild\\_%'
       AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name LIKE '%-rebuild' AND datname = current_database())`,
  );
  return rows.map(({ name }) => name);
}
