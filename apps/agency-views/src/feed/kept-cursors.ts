import { createHash } from 'node:crypto';
import { ProblemError } from '#libs/platform';
import { quoted, type ViewRoles } from '#libs/projections';
import type { Tx } from '#libs/postgres';

/** Schema of what the feed keeps for agencies; no view's, so that no rebuild touches it. */
export const CURSORS = 'agency_feed';

/** Longer ones are kept here: with its token an address stays below what proxies let through. */
export const LONGEST_CARRIED = 1_500;
/** Since a kept cursor was last used. Far beyond the month after which an agency must find its place again. */
const KEPT_DAYS = 400;
/**
 * Of one agency, which can make up as many as it likes: the longest unused go first. A backend needs the one that it is at; one
 * that reads a backlog while it owes much leaves one behind a page, and half a million items must not cost another its own.
 */
export const MOST_KEPT = 2_000;
const TABLE = `${CURSORS}.kept_cursor`;
const USED = 'used_on = current_date, used_at = clock_timestamp()';
const REFERENCE = /^kept:[0-9a-f]{64}$/;

export function cursorTable({ writer }: ViewRoles): string[] {
  const schema = quoted(CURSORS);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${schema}`,
    `CREATE TABLE IF NOT EXISTS ${schema}.kept_cursor (
      id text PRIMARY KEY, place text NOT NULL, used_on date NOT NULL DEFAULT current_date)`,
    // null: of a build that did not say whose it is
    `ALTER TABLE ${schema}.kept_cursor ADD COLUMN IF NOT EXISTS agency text,
      ADD COLUMN IF NOT EXISTS used_at timestamptz NOT NULL DEFAULT now()`,
    `CREATE INDEX IF NOT EXISTS kept_cursor_of_agency ON ${schema}.kept_cursor (agency, used_at)`,
    `CREATE INDEX IF NOT EXISTS kept_cursor_by_use ON ${schema}.kept_cursor (used_on)`,
    `COMMENT ON TABLE ${schema}.kept_cursor IS 'Places in feeds that are too long for an address, by the digest of each with its agency; the token of an agency names one.'`,
    ...(writer === undefined
      ? []
      : [
          `GRANT USAGE ON SCHEMA ${schema} TO ${quoted(writer)}`,
          `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.kept_cursor TO ${quoted(writer)}`,
        ]),
  ];
}

/** The text of an agency's place as a token carries it: itself, or a reference to where it is kept. The same place is kept once. */
export async function carried(db: Tx, agency: string, place: string): Promise<string> {
  if (place.length <= LONGEST_CARRIED) return place;
  const reference = `kept:${createHash('sha256').update(`${agency}\n${place}`).digest('hex')}`;
  await db.query(`DELETE FROM ${TABLE} WHERE used_on < current_date - ${KEPT_DAYS}`);
  await db.query(
    `INSERT INTO ${TABLE} (id, agency, place, used_at) VALUES ($1, $2, $3, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET ${USED}`,
    [reference, agency, place],
  );
  await db.query(
    `DELETE FROM ${TABLE} WHERE id IN (
       SELECT id FROM ${TABLE} WHERE agency = $1 ORDER BY used_at DESC OFFSET ${MOST_KEPT})`,
    [agency],
  );
  return reference;
}

/** The place that the text of an agency's token stands for. @throws ProblemError 400 CURSOR_INVALID where it is not kept (any more) */
export async function uncarried(db: Tx, agency: string, text: string): Promise<string> {
  if (!REFERENCE.test(text)) return text;
  const { rows } = await db.query<{ place: string }>(
    `UPDATE ${TABLE} SET ${USED} WHERE id = $1 AND (agency = $2 OR agency IS NULL) RETURNING place`,
    [text, agency],
  );
  const [row] = rows;
  if (!row) throw new ProblemError('CURSOR_INVALID');
  return row.place;
}
