/** PostgreSQL types that a view's column may have; `null` after it lets the column be null. */
export type ColumnType = BareType | `${BareType} null`;
type BareType = keyof BareValues;

interface BareValues {
  text: string;
  uuid: string;
  smallint: number;
  integer: number;
  bigint: number;
  'double precision': number;
  boolean: boolean;
  timestamptz: Date;
  bytea: Buffer;
  jsonb: JsonValue;
  'text[]': readonly string[];
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

type ValueOf<Type extends ColumnType> = Type extends `${infer Bare extends BareType} null`
  ? BareValues[Bare] | null
  : Type extends BareType
    ? BareValues[Type]
    : never;

export type Columns = Readonly<Record<string, ColumnType>>;
export type SqlValue = BareValues[BareType] | null;
export type AnyRow = Readonly<Record<string, SqlValue>>;

/** The row of a table, typed by its columns. */
export type RowOf<T> = T extends Table<infer C, string> ? { readonly [Name in keyof C]: ValueOf<C[Name]> } : never;

/** The part of a row that tells it from the others. */
export type KeyOf<T> = T extends Table<infer C, infer K> ? { readonly [Name in K & keyof C]: ValueOf<C[Name]> } : never;

/** What of a row may change: everything but its key. */
export type PatchOf<T> =
  T extends Table<infer C, infer K> ? { readonly [Name in Exclude<keyof C, K>]?: ValueOf<C[Name]> } : never;

/** A table of a read model, in the schema of its projection's version. */
export interface Table<C extends Columns = Columns, K extends string = string> {
  readonly name: string;
  readonly columns: C;
  readonly key: readonly K[];
  /** Lists of columns that reads look rows up by. */
  readonly indexes: readonly (readonly string[])[];
  /** How much of a page new rows may fill, in percent; the rest is for rows that change, which then need no entry in an index. */
  readonly filled: number;
}

interface TableRules<C extends Columns, K extends string> {
  readonly key: readonly K[];
  readonly indexes?: readonly (readonly (keyof C & string)[])[];
  /** Rows that are written once need 100. */
  readonly filled?: number;
}

const NAME = /^[a-z][a-z0-9_]{0,50}$/;

/**
 * Declares a table: `table('item', { referral: 'text', since: 'timestamptz', reason: 'text null' }, { key: ['referral'] })`.
 * A row belongs to one referral, so that one lane writes it: rows of several lanes would have no order, and a rebuild writes
 * each lane's rows without looking for them first.
 */
export function table<const C extends Columns, const K extends keyof C & string>(
  name: string,
  columns: C,
  { key, indexes = [], filled = 80 }: TableRules<C, K>,
): Table<C, K> {
  for (const each of [name, ...Object.keys(columns)]) {
    if (!NAME.test(each)) throw new Error(`${each} is not a name for a table or column`);
  }
  if (key.length === 0) throw new Error(`table ${name} has no key`);
  return { name, columns, key, indexes, filled };
}

export const nullable = (type: ColumnType): boolean => type.endsWith(' null');

const bare = new Map<ColumnType, BareType>();

/** Without its `null`. Asked for with each value that is written. */
export function bareType(type: ColumnType): BareType {
  const known = bare.get(type);
  if (known !== undefined) return known;
  const found = type.replace(/ null$/, '') as BareType;
  bare.set(type, found);
  return found;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
