import type { Pool } from 'pg';

/** Who confirmed the journal since its server started, and how. */
export interface JournalConfirmation {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

export async function findConfirmation(pool: Pool): Promise<JournalConfirmation | undefined> {
  const { rows } = await pool.query<JournalConfirmation>(
    `SELECT confirmed_by AS by, reason, confirmed_at AS at FROM journal_confirmation WHERE incarnation = journal_incarnation()`,
  );
  return rows[0];
}

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
