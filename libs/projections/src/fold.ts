import type { Change } from './change.js';
import type { AnyRow, SqlValue, Table } from './table.js';

/** Everything that a batch does to one row. `patch` goes to a row that exists, `otherwise` is made where none does. */
export type RowChange =
  | { readonly kind: 'put'; readonly row: AnyRow }
  | { readonly kind: 'remove'; readonly key: AnyRow }
  | { readonly kind: 'amend'; readonly key: AnyRow; readonly patch: AnyRow; readonly otherwise: AnyRow | null };

/** The changes of a batch, one per row, in the order of their keys, so that two writers lock rows in one order. */
export type FoldedTables = ReadonlyMap<Table, readonly RowChange[]>;

/** Folds changes, in the order of their events, into one per row: the result is what applying them one by one gives. */
export function foldChanges(changes: Iterable<Change>): FoldedTables {
  const tables = new Map<Table, Map<string, RowChange>>();
  for (const change of changes) {
    const rows = tables.get(change.table) ?? new Map<string, RowChange>();
    tables.set(change.table, rows);
    const id = rowId(change.table, 'row' in change ? change.row : change.key);
    rows.set(id, next(rows.get(id), change));
  }
  return new Map([...tables].map(([table, rows]) => [table, inKeyOrder(rows)]));
}

function next(before: RowChange | undefined, change: Change): RowChange {
  switch (change.kind) {
    case 'upsert':
      return { kind: 'put', row: change.row };
    case 'remove':
      return { kind: 'remove', key: change.key };
    case 'insertOnce':
      return inserted(before, change.table, change.row);
    case 'change':
      return patched(before, change.key, change.patch);
  }
}

function inserted(before: RowChange | undefined, table: Table, row: AnyRow): RowChange {
  if (before?.kind === 'put') return before;
  if (before?.kind === 'remove') return { kind: 'put', row };
  if (before?.kind === 'amend') return { ...before, otherwise: before.otherwise ?? row };
  return { kind: 'amend', key: keyOf(table, row), patch: {}, otherwise: row };
}

function patched(before: RowChange | undefined, key: AnyRow, patch: AnyRow): RowChange {
  if (before?.kind === 'remove') return before;
  if (before?.kind === 'put') return { kind: 'put', row: { ...before.row, ...patch } };
  if (before === undefined) return { kind: 'amend', key, patch, otherwise: null };
  const otherwise = before.otherwise && { ...before.otherwise, ...patch };
  return { kind: 'amend', key, patch: { ...before.patch, ...patch }, otherwise };
}

function keyOf(table: Table, row: AnyRow): AnyRow {
  return Object.fromEntries(table.key.map((name) => [name, row[name] ?? null]));
}

/** One text per key, the same for equal keys and for no others. */
export function rowId(table: Table, row: AnyRow): string {
  let id = '';
  for (const name of table.key) id += keyPart(row[name]);
  return id;
}

/** With its length before it where it could be mistaken for a part of its neighbour. */
function keyPart(value: SqlValue | undefined): string {
  if (typeof value === 'string') return `${value.length}:${value};`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value};`;
  return `${JSON.stringify(Buffer.isBuffer(value) ? value.toString('hex') : value)};`;
}

function inKeyOrder(rows: ReadonlyMap<string, RowChange>): RowChange[] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
