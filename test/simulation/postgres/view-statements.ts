import { readArray } from './binary-array.js';
import { databaseError, type KnownStatement, type ResultRow, type Scene } from './statement.js';
import type { Work } from './store.js';
import type { ViewRow, ViewTables } from './view-tables.js';

const NAME = '"[^"]+"\\."[^"]+"';

/** What `write-rows.ts` sends: one statement a table and shape, its rows as one array a column. */
export function viewStatements(tables: ViewTables): KnownStatement[] {
  return [
    {
      text: new RegExp(
        `^INSERT INTO (${NAME}) \\(([^)]*)\\) SELECT .* ON CONFLICT \\(([^)]*)\\) DO (NOTHING|UPDATE SET (.*))$`,
        's',
      ),
      run: (match) => {
        const [name = '', columns = '', key = '', action = ''] = match?.slice(1) ?? [];
        const shape = { name, columns: namesIn(columns), key: namesIn(key), lists: listsIn(match) };
        return (scene, values) => insert(tables, scene, shape, values, action !== 'NOTHING');
      },
    },
    {
      text: new RegExp(`^UPDATE (${NAME}) AS o SET .* AS u \\(([^)]*)\\)\\) n WHERE (.*)$`, 's'),
      run: (match) => {
        const [name = '', columns = '', where = ''] = match?.slice(1) ?? [];
        const shape = { name, columns: namesIn(columns), key: namesIn(where, /o\."([^"]+)"/g), lists: listsIn(match) };
        return (scene, values) => update(tables, scene, shape, values);
      },
    },
    {
      text: new RegExp(`^DELETE FROM (${NAME}) AS o USING .* AS u \\(([^)]*)\\)\\) n WHERE `, 's'),
      run: (match) => {
        const [name = '', columns = ''] = match?.slice(1) ?? [];
        const shape = { name, columns: namesIn(columns), key: namesIn(columns), lists: listsIn(match) };
        return (scene, values) => remove(tables, scene, shape, values);
      },
    },
  ];
}

interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns whose lists travel as their text. */
  readonly lists: ReadonlySet<string>;
}

const listsIn = (match: RegExpExecArray | null): Set<string> =>
  new Set(namesIn(match?.[0] ?? '', /u\."([^"]+)"::text\[\]/g));

/** The text of a list, in which each element stands in quotes. */
const listOf = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, element = '']) => element.replace(/\\(.)/gs, '$1'));

function namesIn(list: string, pattern = /"([^"]+)"/g): string[] {
  return [...list.matchAll(pattern)].map(([, name = '']) => name);
}

function* rowsOf({ columns, key, lists }: Shape, values: readonly unknown[]): Generator<[string, ViewRow], void, void> {
  const arrays = columns.map((column, place) => {
    const array = readArray(values[place] as Buffer);
    return lists.has(column) ? array.map((text) => (typeof text === 'string' ? listOf(text) : null)) : array;
  });
  for (let index = 0; index < (arrays[0]?.length ?? 0); index++) {
    const row = Object.fromEntries(columns.map((column, place) => [column, arrays[place]?.[index] ?? null]));
    yield [JSON.stringify(key.map((name) => row[name])), row];
  }
}

function* insert(
  tables: ViewTables,
  { transaction }: Scene,
  shape: Shape,
  values: readonly unknown[],
  replaces: boolean,
): Work<ResultRow[]> {
  const table = tables.view(shape.name);
  const seen = new Set<string>();
  for (const [key, row] of rowsOf(shape, values)) {
    if (replaces && seen.has(key)) throw databaseError('21000', 'ON CONFLICT DO UPDATE affects a row a second time');
    seen.add(key);
    yield* transaction.lock(table, key);
    if (replaces || transaction.get(table, key) === undefined) transaction.put(table, key, row);
  }
  return [];
}

function* update(
  tables: ViewTables,
  { transaction }: Scene,
  shape: Shape,
  values: readonly unknown[],
): Work<ResultRow[]> {
  const table = tables.view(shape.name);
  for (const [key, patch] of rowsOf(shape, values)) {
    if (transaction.get(table, key) === undefined) continue;
    yield* transaction.lock(table, key);
    const row = transaction.get(table, key);
    if (row) transaction.put(table, key, { ...row, ...patch });
  }
  return [];
}

function* remove(
  tables: ViewTables,
  { transaction }: Scene,
  shape: Shape,
  values: readonly unknown[],
): Work<ResultRow[]> {
  const table = tables.view(shape.name);
  for (const [key] of rowsOf(shape, values)) {
    yield* transaction.lock(table, key);
    transaction.remove(table, key);
  }
  return [];
}
