import type { Change } from './change.js';
import { rowId } from './fold.js';
import type { AnyRow, Table } from './table.js';

/** A read model's tables in memory: each change applied by itself, as its description says. The yardstick of the set-wise path. */
export class MemoryTables {
  readonly #tables = new Map<Table, Map<string, AnyRow>>();
  readonly #own = new WeakSet<AnyRow>();

  apply(changes: Iterable<Change>): void {
    for (const change of changes) this.#applyOne(change);
  }

  /** In the order of their keys. */
  rows(table: Table): AnyRow[] {
    return [...this.#rowsOf(table)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  #applyOne(change: Change): void {
    const rows = this.#rowsOf(change.table);
    const id = rowId(change.table, 'row' in change ? change.row : change.key);
    const present = rows.get(id);
    switch (change.kind) {
      case 'upsert':
        rows.set(id, change.row);
        break;
      case 'insertOnce':
        if (!present) rows.set(id, change.row);
        break;
      case 'change':
        if (present) rows.set(id, this.#amended(present, change.patch));
        break;
      case 'remove':
        rows.delete(id);
    }
  }

  /** A row as a handler made it is copied once and amended from then on. */
  #amended(row: AnyRow, patch: AnyRow): AnyRow {
    const own = this.#own.has(row) ? row : { ...row };
    this.#own.add(own);
    return Object.assign(own, patch);
  }

  #rowsOf(table: Table): Map<string, AnyRow> {
    const rows = this.#tables.get(table) ?? new Map<string, AnyRow>();
    this.#tables.set(table, rows);
    return rows;
  }
}
