import type { Pool } from 'pg';
import type { ServerFacts, ServerSession } from '../checks/leaks.js';

/** The server's own view of its sessions. A role without pg_monitor sees those of others without their times. */
export async function readServer(pool: Pool): Promise<ServerFacts> {
  const sessions = await pool.query<ServerSession>(
    `SELECT pid, application_name AS application, coalesce(datname, '') AS database,
            CASE WHEN state LIKE 'idle in transaction%' THEN extract(epoch FROM clock_timestamp() - state_change) * 1000 ELSE 0 END::float8 AS "idleInTransactionMs",
            CASE WHEN wait_event_type = 'Lock' THEN extract(epoch FROM clock_timestamp() - query_start) * 1000 ELSE 0 END::float8 AS "waitingMs"
     FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name <> 'bus-verify'`,
  );
  const prepared = await pool.query<{ gid: string }>('SELECT gid FROM pg_prepared_xacts');
  const slots = await pool.query<{ name: string }>(
    'SELECT slot_name AS name FROM pg_replication_slots WHERE NOT active',
  );
  const most = await pool.query<{ most: number }>(`SELECT current_setting('max_connections')::int AS most`);
  return {
    sessions: sessions.rows,
    prepared: prepared.rows.map(({ gid }) => gid),
    idleSlots: slots.rows.map(({ name }) => name),
    maxConnections: most.rows[0]?.most ?? 0,
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
