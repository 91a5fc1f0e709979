import type { LogRecord } from '#libs/event-log';
import { prepared, type Tx } from '#libs/postgres';
import { TRAIL_SCHEMA } from '../trail.js';
import { ENTRY_COLUMNS as COLUMNS } from './entry-columns.js';
import type { Entry } from './entry.js';

const NAMES = COLUMNS.map(([name]) => `"${name}"`).join(', ');
const ARRAYS = COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');
const INSERT = `INSERT INTO ${TRAIL_SCHEMA}.entry (${NAMES}) SELECT * FROM unnest(${ARRAYS})`;

/** One statement, whatever the number of entries. A position that is there already fails: entries are never replaced. */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  await tx.query(
    prepared(
      INSERT,
      COLUMNS.map(([name]) => entries.map((entry) => entry[name])),
    ),
  );
}

/** Those records that are not the event which the trail holds at their place. */
export async function findContradicting(tx: Tx, again: readonly LogRecord[]): Promise<LogRecord[]> {
  const { rows } = await tx.query<{ lane: number; position: string; leaf: Buffer }>(
    `SELECT lane, position, leaf FROM ${TRAIL_SCHEMA}.entry
     JOIN (SELECT DISTINCT * FROM unnest($1::int[], $2::bigint[]) AS again (lane, position)) AS again USING (lane, position)`,
    [again.map(({ lane }) => lane), again.map(({ position }) => position)],
  );
  const leaves = new Map(rows.map(({ lane, position, leaf }) => [`${lane}/${position}`, leaf]));
  return again.filter(({ lane, position, leaf }) => !leaves.get(`${lane}/${position}`)?.equals(leaf));
}
