import { bareType, type Columns, type ColumnType, nullable, type Table } from '#libs/projections';
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** How TypeORM reads a projection's table. `own`: columns that the database fills in by itself. */
export function entityOf<Row extends object>(schema: string, table: Table, own: Columns = {}): EntitySchema<Row> {
  const columns = Object.entries({ ...table.columns, ...own }).map(([name, type]) => [
    name,
    columnOf(type, table.key.includes(name)),
  ]);
  return new EntitySchema<Row>({
    name: `${schema}.${table.name}`,
    schema,
    tableName: table.name,
    columns: Object.fromEntries(columns) as Record<string, EntitySchemaColumnOptions>,
  });
}

function columnOf(type: ColumnType, primary: boolean): EntitySchemaColumnOptions {
  const bare = bareType(type);
  const shared = { primary, nullable: nullable(type) };
  if (bare === 'text[]') return { ...shared, type: 'text', array: true };
  // The driver hands out 64-bit numbers as text; positions stay far below 2^53.
  if (bare === 'bigint') return { ...shared, type: 'bigint', transformer: { from: Number, to: String } };
  return { ...shared, type: bare };
}
