import type { Tx } from '#libs/postgres';
import { ByteWriter, valueWriter } from './binary-values.js';
import { copyIn } from './copy-in.js';
import { type AnyRow, quoted, type Table } from './table.js';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const END = -1;
const CHUNK_BYTES = 256 * 1024;

/** Adds rows to a table that has none of their keys. Nothing is looked up, so it is the fastest way in. */
export function copyRows(tx: Tx, schema: string, table: Table, rows: Iterable<AnyRow>): Promise<void> {
  return copyIn(tx, copyInto(schema, table), copyChunks(table, rows));
}

export function copyInto(schema: string, table: Table): string {
  const columns = Object.keys(table.columns).map(quoted).join(', ');
  return `COPY ${quoted(schema)}.${quoted(table.name)} (${columns}) FROM STDIN (FORMAT binary)`;
}

/** PostgreSQL's binary COPY: signature, flags, length of an extension that there is not; each row with its count of columns. */
export function* copyChunks(table: Table, rows: Iterable<AnyRow>): Generator<Buffer> {
  const columns = Object.entries(table.columns).map(([name, type]) => ({ name, write: valueWriter(type) }));
  const bytes = new ByteWriter();
  bytes.bytes(SIGNATURE);
  bytes.int32(0);
  bytes.int32(0);
  for (const row of rows) {
    bytes.int16(columns.length);
    for (const { name, write } of columns) write(bytes, row[name]);
    if (bytes.length >= CHUNK_BYTES) yield bytes.take();
  }
  bytes.int16(END);
  yield bytes.take();
}
