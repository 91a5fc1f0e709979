import type { Pool } from 'pg';

/**
 * A person's word, on record, that no restore took place since the server started: then commands are accepted although
 * nobody has compared the journal with the topics.
 * @returns false when this start of the server was confirmed already
 */
export async function confirmJournal(pool: Pool, by: string, reason: string): Promise<boolean> {
  const { rows } = await pool.query<{ confirmed: boolean }>('SELECT confirm_journal($1, $2) AS confirmed', [
    by,
    reason,
  ]);
  return rows[0]?.confirmed === true;
}
