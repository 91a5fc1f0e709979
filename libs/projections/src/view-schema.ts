import { schemaOf } from './consumer.js';
import type { Projection } from './define-projection.js';
import { bareType, nullable, quoted, type Table } from './table.js';

/** Roles that come to a consumer's tables. */
export interface ViewRoles {
  /** Applies events and reads. */
  readonly writer?: string;
  /** Only reads. */
  readonly readers?: readonly string[];
}

/** The statements that make a projection's tables: for its migration, and for every rebuild beside it. */
export function viewSchema(projection: Projection, roles: ViewRoles = {}, schema = schemaOf(projection)): string[] {
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`,
    ...projection.tables.flatMap((table) => createTable(schema, table)),
    ...grants(schema, roles),
  ];
}

/** Tables without a key and without an index, to be filled as fast as can be; `viewKeys` and `viewIndexes` complete them. */
export function bareTables(projection: Projection, schema: string): string[] {
  return [
    `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`,
    ...projection.tables.map((table) => createBare(schema, table, [])),
  ];
}

/** For tables that were made when other parts of their pages were filled. Pages that are there stay as they are. */
export function viewPages({ tables }: Projection, schema: string): string[] {
  return tables.map((table) => `ALTER TABLE ${nameOf(schema, table)} SET (fillfactor = ${table.filled})`);
}

export function viewKey(schema: string, table: Table): string {
  return `ALTER TABLE ${nameOf(schema, table)} ADD ${keyOf(table)}`;
}

export function viewIndexes(schema: string, table: Table): string[] {
  return table.indexes.map(
    (index) =>
      `CREATE INDEX IF NOT EXISTS ${quoted(indexName(table, index))} ON ${nameOf(schema, table)} (${list(index)})`,
  );
}

const createTable = (schema: string, table: Table): string[] => [
  createBare(schema, table, [keyOf(table)]),
  ...viewIndexes(schema, table),
];

function createBare(schema: string, table: Table, constraints: readonly string[]): string {
  const columns = Object.entries(table.columns).map(
    ([column, type]) => `${quoted(column)} ${bareType(type)}${nullable(type) ? '' : ' NOT NULL'}`,
  );
  return `CREATE TABLE IF NOT EXISTS ${nameOf(schema, table)} (${[...columns, ...constraints].join(', ')}) WITH (fillfactor = ${table.filled})`;
}

const nameOf = (schema: string, table: Table): string => `${quoted(schema)}.${quoted(table.name)}`;

const keyOf = (table: Table): string => `PRIMARY KEY (${list(table.key)})`;

function grants(schema: string, { writer, readers = [] }: ViewRoles): string[] {
  const all = `ALL TABLES IN SCHEMA ${quoted(schema)}`;
  const written = writer === undefined ? [] : [`GRANT SELECT, INSERT, UPDATE, DELETE ON ${all} TO ${quoted(writer)}`];
  const every = [...(writer === undefined ? [] : [writer]), ...readers];
  return [
    ...every.map((role) => `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${quoted(role)}`),
    ...written,
    ...readers.map((role) => `GRANT SELECT ON ${all} TO ${quoted(role)}`),
  ];
}

const list = (columns: readonly string[]): string => columns.map(quoted).join(', ');

const indexName = (table: Table, columns: readonly string[]): string =>
  [table.name, 'by', ...columns].join('_').slice(0, 63);
