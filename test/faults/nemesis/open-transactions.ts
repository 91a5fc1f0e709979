import type { Scene } from '../scene.js';
import { inDatabase } from './databases.js';

/** Transactions of sessions whose application is named so that have been idle for longer, in the journal's database. */
export const openTransactions = (scene: Scene, named: string, idleMs: number): Promise<number> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE $1 || '%' AND state LIKE 'idle in transaction%'
         AND state_change < clock_timestamp() - $2 * interval '1 ms'`,
      [named, idleMs],
    );
    return Number(rows[0]?.count);
  });
