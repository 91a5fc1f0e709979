import type { Change } from './change.js';
import { type AnyRow, bareType, nullable, type SqlValue, type Table } from './table.js';

/** The first moment that the database knows: 4714 BC, November 24. It knows later ones than JavaScript does. */
const FIRST_MS = Date.UTC(-4713, 10, 24);

const whole = (value: number, bits: number): boolean =>
  Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** (bits - 1);

// A zero character is in no text of the database.
const isText = (value: string): boolean => !value.includes('\0');

/** Half of a character cannot be written into JSON either. */
function isJson(value: unknown): boolean {
  if (typeof value === 'string') return isText(value) && value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Array.isArray(value) ? value.every(isJson) : Object.entries(value).every((each) => each.every(isJson));
}

type Storable = (value: never) => boolean;

const TYPES: { readonly [Type in ReturnType<typeof bareType>]: Storable } = {
  text: isText,
  uuid: (value: string) => /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(value),
  smallint: (value: number) => whole(value, 16),
  integer: (value: number) => whole(value, 32),
  bigint: (value: number) => Number.isSafeInteger(value),
  'double precision': () => true,
  boolean: () => true,
  timestamptz: (value: Date) => value.getTime() >= FIRST_MS,
  bytea: () => true,
  jsonb: isJson,
  'text[]': (value: readonly string[]) => value.every(isText),
};

/**
 * Whether the database would take every value of this change, were it alone. Asked of each change before a batch is folded:
 * a value that a later event of the batch overwrites would else be refused or not by where the batch was cut, and a rebuild,
 * which folds whole lanes, would apply what the live view had parked.
 */
export function isStorable(change: Change): boolean {
  const columns = columnsOf(change.table);
  if (change.kind === 'upsert' || change.kind === 'insertOnce')
    return columns.all.every((each) => each.takes(change.row));
  if (!columns.key.every((each) => each.takes(change.key))) return false;
  if (change.kind === 'remove') return true;
  return Object.keys(change.patch).every(
    (name) => change.patch[name] === undefined || columns.named.get(name)?.takes(change.patch),
  );
}

interface Column {
  readonly name: string;
  readonly takes: (row: AnyRow) => boolean;
}

interface TableColumns {
  readonly all: readonly Column[];
  readonly key: readonly Column[];
  readonly named: ReadonlyMap<string, Column>;
}

const known = new WeakMap<Table, TableColumns>();

function columnsOf(table: Table): TableColumns {
  const before = known.get(table);
  if (before) return before;
  const all = Object.entries(table.columns).map(([name, type]): Column => {
    const [isStorableValue, mayBeNull] = [TYPES[bareType(type)] as (value: SqlValue) => boolean, nullable(type)];
    return { name, takes: ({ [name]: value = null }) => (value === null ? mayBeNull : isStorableValue(value)) };
  });
  const columns = {
    all,
    key: all.filter(({ name }) => table.key.includes(name)),
    named: new Map(all.map((each) => [each.name, each])),
  };
  known.set(table, columns);
  return columns;
}
