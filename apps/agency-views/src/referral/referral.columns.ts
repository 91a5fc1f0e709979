import { quoted } from '#libs/projections';

/**
 * The two columns of `referral` that no event sets.
 * `driving_priority`: the higher of both parties' levels (vocabulary 1.4 R1.1); `P1` sorts first, and NULL is passed over.
 * `available_at`: when the row came to be in this view, by the database's clock. Not a fact of the log: a rebuild has its own.
 */
export function viewColumns(schema: string): string[] {
  const table = `${quoted(schema)}.referral`;
  return [
    `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS driving_priority text COLLATE "C"
       GENERATED ALWAYS AS (LEAST(sender_priority COLLATE "C", receiver_priority COLLATE "C")) STORED`,
    `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS available_at timestamptz NOT NULL DEFAULT clock_timestamp()`,
    ...['recipient', 'sender'].map(
      (party) => `CREATE INDEX IF NOT EXISTS referral_by_${party}_priority
        ON ${table} (${party}_agency, synthetic, driving_priority, submitted_at, id)`,
    ),
  ];
}
