import type { AnyRow, KeyOf, PatchOf, RowOf, Table } from './table.js';

/** What an event does to a read model, as data: pure to make, folded per row, written set-wise. */
export type Change =
  | { readonly kind: 'upsert'; readonly table: Table; readonly row: AnyRow }
  | { readonly kind: 'insertOnce'; readonly table: Table; readonly row: AnyRow }
  | { readonly kind: 'change'; readonly table: Table; readonly key: AnyRow; readonly patch: AnyRow }
  | { readonly kind: 'remove'; readonly table: Table; readonly key: AnyRow };

/** The row is exactly this afterwards, whatever it was. */
export function upsert<T extends Table>(table: T, row: RowOf<T>): Change {
  return { kind: 'upsert', table, row: row };
}

/** The row is made if there is none of this key; one that exists stays as it is. */
export function insertOnce<T extends Table>(table: T, row: RowOf<T>): Change {
  return { kind: 'insertOnce', table, row: row };
}

/** Sets some columns of the row, if it exists. */
export function change<T extends Table>(table: T, key: KeyOf<T>, patch: PatchOf<T>): Change {
  return { kind: 'change', table, key: key, patch: patch };
}

/** The row is gone afterwards. */
export function remove<T extends Table>(table: T, key: KeyOf<T>): Change {
  return { kind: 'remove', table, key: key };
}
