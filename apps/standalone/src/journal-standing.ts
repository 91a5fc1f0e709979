import { setTimeout as delay } from 'node:timers/promises';
import { findConfirmation } from '#libs/journal';
import { Pool } from 'pg';

/** The relay compares the journal with the topics well within this time, unless it cannot reach them. */
const BOUND_MS = 10_000;
const POLL_MS = 25;

/** What the journal accepts after a start, in words for whoever started it. @param url as a role that may look */
export async function journalStanding(url: string): Promise<string> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    for (const until = Date.now() + BOUND_MS; !(await findConfirmation(pool));) {
      if (Date.now() > until) return 'accepts nothing before it is compared with the topics: npx bus journal status';
      await delay(POLL_MS);
    }
    const { rows } = await pool.query<{ lane: number }>(
      'SELECT lane FROM lane WHERE closed IS NOT NULL AND NOT sealed ORDER BY lane',
    );
    if (rows.length === 0) return 'compared with the topics, and accepts';
    return `accepts, but not in lanes ${rows.map(({ lane }) => lane).join(', ')}: npx bus journal status`;
  } finally {
    await pool.end();
  }
}
