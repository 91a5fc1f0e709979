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

function createTable(schema: string, table: Table): string[] {
  const name = `${quoted(schema)}.${quoted(table.name)}`;
  const columns = Object.entries(table.columns).map(
    ([column, type]) => `${quoted(column)} ${bareType(type)}${nullable(type) ? '' : ' NOT NULL'}`,
  );
  const key = `PRIMARY KEY (${list(table.key)})`;
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (${[...columns, key].join(', ')}) WITH (fillfactor = 80)`,
    ...table.indexes.map(
      (index) => `CREATE INDEX IF NOT EXISTS ${quoted(indexName(table, index))} ON ${name} (${list(index)})`,
    ),
  ];
}

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
