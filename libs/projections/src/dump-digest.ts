import { createHash } from 'node:crypto';
import type { Tx } from './applier.js';
import type { Projection } from './define-projection.js';
import { quoted, type Table } from './table.js';

const PAGE = 2_000;

/** The rows of one table as one digest: equal exactly when every row is. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

/**
 * SHA-256 over the rows in the order of their keys, each as PostgreSQL's JSON of its columns by name.
 * Call it inside a REPEATABLE READ transaction: it reads page by page.
 */
export async function dumpDigest(tx: Tx, schema: string, table: Table): Promise<TableDigest> {
  const hash = createHash('sha256');
  const columns = Object.keys(table.columns).sort().map(quoted).join(', ');
  let rows = 0;
  const cursor = quoted(`digest_${table.name}`);
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR
    SELECT row_to_json(r)::text AS text FROM (SELECT ${columns} FROM ${quoted(schema)}.${quoted(table.name)} ORDER BY ${collated(table)}) r`);
  for (;;) {
    const page = await tx.query<{ text: string }>(`FETCH ${PAGE} FROM ${cursor}`);
    for (const { text } of page.rows) hash.update(`${text}\n`);
    rows += page.rows.length;
    if (page.rows.length < PAGE) break;
  }
  await tx.query(`CLOSE ${cursor}`);
  return { table: table.name, rows, digest: hash.digest('hex') };
}

/** Every table of a projection. */
export async function digestsOf(tx: Tx, schema: string, projection: Projection): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of projection.tables) digests.push(await dumpDigest(tx, schema, table));
  return digests;
}

// The same order in every database, whatever its collation.
function collated(table: Table): string {
  return table.key
    .map((name) => (table.columns[name]?.startsWith('text') ? `${quoted(name)} COLLATE "C"` : quoted(name)))
    .join(', ');
}
