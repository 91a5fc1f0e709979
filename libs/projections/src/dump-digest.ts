import type { Tx } from '#libs/postgres';
import { createHash } from 'node:crypto';
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
  let rows = 0;
  for await (const { text } of rowsInOrder(tx, schema, table)) {
    hash.update(`${text}\n`);
    rows += 1;
  }
  return { table: table.name, rows, digest: hash.digest('hex') };
}

/** A row as the digest takes it in. */
interface DumpedRow {
  /** Values of the key's columns, as PostgreSQL's JSON array. */
  readonly key: string;
  readonly text: string;
}

/** In the order of their keys, a page at a time in memory. */
async function* rowsInOrder(tx: Tx, schema: string, table: Table): AsyncGenerator<DumpedRow> {
  const columns = Object.keys(table.columns).sort().map(quoted).join(', ');
  const key = table.key.map(quoted).join(', ');
  const cursor = quoted(`dump_${table.name}`);
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR
    SELECT json_build_array(${key})::text AS key, row_to_json(r)::text AS text
    FROM (SELECT ${columns} FROM ${quoted(schema)}.${quoted(table.name)} ORDER BY ${collated(table)}) r`);
  for (;;) {
    const page = await tx.query<DumpedRow>(`FETCH ${PAGE} FROM ${cursor}`);
    yield* page.rows;
    if (page.rows.length < PAGE) break;
  }
  await tx.query(`CLOSE ${cursor}`);
}

/** A table as one transaction sees it. */
export interface DumpedTable {
  readonly tx: Tx;
  readonly schema: string;
}

/** Where two dumps of one table differ. */
export interface RowDifference {
  /** Values of the key's columns, as a JSON array. */
  readonly key: string;
  /** Where the row is: only in one of them, or in both with other values. */
  readonly only: 'left' | 'right' | 'neither';
}

/** The rows that are not the same in both, in the order of their keys. Two transactions, since one sees one state. */
export async function* differingRows(
  table: Table,
  left: DumpedTable,
  right: DumpedTable,
): AsyncGenerator<RowDifference> {
  const [lefts, rights] = [left, right].map(({ tx, schema }) => rowsInOrder(tx, schema, table));
  if (!lefts || !rights) return;
  let [a, b] = [await lefts.next(), await rights.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : orderOf(a.value.key, b.value.key);
    if (order === 0 && !a.done && !b.done && a.value.text !== b.value.text) yield { key: a.value.key, only: 'neither' };
    if (order < 0 && !a.done) yield { key: a.value.key, only: 'left' };
    if (order > 0 && !b.done) yield { key: b.value.key, only: 'right' };
    if (order <= 0) a = await lefts.next();
    if (order >= 0) b = await rights.next();
  }
}

/** The order of keys as the database sorts them: texts by their bytes, numbers by value. */
function orderOf(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [JSON.parse(a) as unknown[], JSON.parse(b) as unknown[]];
  for (const [at, value] of left.entries()) {
    const other = right[at];
    if (value === other) continue;
    if (typeof value === 'number' && typeof other === 'number') return value - other;
    return Buffer.compare(Buffer.from(String(value)), Buffer.from(String(other)));
  }
  return 0;
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
