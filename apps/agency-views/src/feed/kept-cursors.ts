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
const REFERENCE = /^kept:[0-9a-f]{64}$/;

export function cursorTable({ writer }: ViewRoles): string[] {
  const schema = quoted(CURSORS);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${schema}`,
    `CREATE TABLE IF NOT EXISTS ${schema}.kept_cursor (
      id text PRIMARY KEY, place text NOT NULL, used_on date NOT NULL DEFAULT current_date)`,
    `CREATE INDEX IF NOT EXISTS kept_cursor_by_use ON ${schema}.kept_cursor (used_on)`,
    `COMMENT ON TABLE ${schema}.kept_cursor IS 'Places in feeds that are too long for an address, by their digest; the token of an agency names one.'`,
    ...(writer === undefined
      ? []
      : [
          `GRANT USAGE ON SCHEMA ${schema} TO ${quoted(writer)}`,
          `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.kept_cursor TO ${quoted(writer)}`,
        ]),
  ];
}

/** The text of a place as a token carries it: itself, or a reference to where it is kept. The same place is kept once. */
export async function carried(db: Tx, place: string): Promise<string> {
  if (place.length <= LONGEST_CARRIED) return place;
  const reference = `kept:${createHash('sha256').update(place).digest('hex')}`;
  await db.query(`DELETE FROM ${CURSORS}.kept_cursor WHERE used_on < current_date - ${KEPT_DAYS}`);
  await db.query(
    `INSERT INTO ${CURSORS}.kept_cursor (id, place) VALUES ($1, $2)
     ON CONFLICT (id) DO UPDATE SET used_on = current_date WHERE kept_cursor.used_on < current_date`,
    [reference, place],
  );
  return reference;
}

/** The place that a token's text stands for. @throws ProblemError 400 CURSOR_INVALID where it is not kept (any more) */
export async function uncarried(db: Tx, text: string): Promise<string> {
  if (!REFERENCE.test(text)) return text;
  const { rows } = await db.query<{ place: string }>(
    `WITH used AS (UPDATE ${CURSORS}.kept_cursor SET used_on = current_date WHERE id = $1 AND used_on < current_date)
     SELECT place FROM ${CURSORS}.kept_cursor WHERE id = $1`,
    [text],
  );
  const [row] = rows;
  if (!row) throw new ProblemError('CURSOR_INVALID');
  return row.place;
}
