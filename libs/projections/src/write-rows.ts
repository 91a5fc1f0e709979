import { prepared, type Tx } from '#libs/postgres';
import { binaryArrays } from './binary-values.js';
import type { FoldedTables, RowChange } from './fold.js';
import { type AnyRow, bareType, type ColumnType, quoted, type Table } from './table.js';

type Amend = Extract<RowChange, { kind: 'amend' }>;

/** Writes a batch's changes: one statement per table and shape, whatever the number of rows. */
export async function writeRows(tx: Tx, schema: string, folded: FoldedTables): Promise<void> {
  for (const [table, changes] of folded) {
    const writer = new TableWriter(tx, schema, table);
    const puts = changes.filter((each) => each.kind === 'put');
    const amends = changes.filter((each) => each.kind === 'amend');
    await writer.remove(changes.filter((each) => each.kind === 'remove').map(({ key }) => key));
    await writer.upsert(puts.map(({ row }) => row));
    for (const [columns, rows] of byPatchedColumns(amends)) await writer.update(columns, rows);
    await writer.insertOnce(amends.map(({ otherwise }) => otherwise).filter((row) => row !== null));
  }
}

function byPatchedColumns(amends: readonly Amend[]): [string[], AnyRow[]][] {
  const groups = new Map<string, [string[], AnyRow[]]>();
  for (const { key, patch } of amends) {
    const columns = Object.keys(patch)
      .filter((name) => patch[name] !== undefined)
      .sort();
    if (columns.length === 0) continue;
    const id = columns.join();
    const group = groups.get(id) ?? [columns, []];
    group[1].push({ ...patch, ...key });
    groups.set(id, group);
  }
  return [...groups.values()];
}

class TableWriter {
  readonly #tx: Tx;
  readonly #table: Table;
  readonly #name: string;
  readonly #all: readonly string[];

  constructor(tx: Tx, schema: string, table: Table) {
    this.#tx = tx;
    this.#table = table;
    this.#name = `${quoted(schema)}.${quoted(table.name)}`;
    this.#all = Object.keys(table.columns);
  }

  async upsert(rows: readonly AnyRow[]): Promise<void> {
    const rest = this.#all.filter((name) => !this.#table.key.includes(name));
    const set = rest.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
    await this.#insert(rows, rest.length > 0 ? `DO UPDATE SET ${set}` : 'DO NOTHING');
  }

  async insertOnce(rows: readonly AnyRow[]): Promise<void> {
    await this.#insert(rows, 'DO NOTHING');
  }

  async update(columns: readonly string[], rows: readonly AnyRow[]): Promise<void> {
    const set = columns.map((name) => `${quoted(name)} = n.${quoted(name)}`).join(', ');
    const names = [...this.#table.key, ...columns];
    await this.#run(
      `UPDATE ${this.#name} AS o SET ${set} FROM (${this.#source(names)}) n WHERE ${this.#sameKey()}`,
      names,
      rows,
    );
  }

  async remove(keys: readonly AnyRow[]): Promise<void> {
    const names = this.#table.key;
    await this.#run(
      `DELETE FROM ${this.#name} AS o USING (${this.#source(names)}) n WHERE ${this.#sameKey()}`,
      names,
      keys,
    );
  }

  async #insert(rows: readonly AnyRow[], onConflict: string): Promise<void> {
    const key = this.#table.key.map(quoted).join(', ');
    const list = this.#all.map(quoted).join(', ');
    const sql = `INSERT INTO ${this.#name} (${list}) ${this.#source(this.#all)} ON CONFLICT (${key}) ${onConflict}`;
    await this.#run(sql, this.#all, rows);
  }

  async #run(sql: string, names: readonly string[], rows: readonly AnyRow[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = names.map((name) => ({ name, type: this.#type(name) }));
    const arrays = binaryArrays(columns, rows);
    await this.#tx.query(prepared(sql, arrays));
  }

  /** Rows out of one array per column. */
  #source(names: readonly string[]): string {
    const values = names.map((name) => `${this.#expression(name)} AS ${quoted(name)}`).join(', ');
    const arrays = names.map((name, index) => `$${index + 1}::${this.#carrier(name)}[]`).join(', ');
    return `SELECT ${values} FROM unnest(${arrays}) AS u (${names.map(quoted).join(', ')})`;
  }

  #sameKey(): string {
    return this.#table.key.map((name) => `o.${quoted(name)} = n.${quoted(name)}`).join(' AND ');
  }

  // as `binaryArrays` has it: a list travels as its text
  #carrier(name: string): ColumnType {
    const type = this.#type(name);
    return type === 'text[]' ? 'text' : type;
  }

  #expression(name: string): string {
    const column = `u.${quoted(name)}`;
    return this.#type(name) === 'text[]' ? `${column}::text[]` : column;
  }

  #type(name: string): ReturnType<typeof bareType> {
    const type = this.#table.columns[name];
    if (type === undefined) throw new TypeError(`table ${this.#table.name} has no column ${name}`);
    return bareType(type);
  }
}
