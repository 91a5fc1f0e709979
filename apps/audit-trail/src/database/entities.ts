import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { ENTRY_COLUMNS, type EntryColumnType } from '../log/entry-columns.js';
import type { Entry } from '../log/entry.js';
import { TRAIL_SCHEMA } from '../trail.js';

// The driver hands out 64-bit numbers as text; positions, sizes and times stay far below 2^53.
const asNumber = {
  from: (text: string | null) => (text === null ? null : Number(text)),
  to: (value: number | null) => value,
};

function columnOf(type: EntryColumnType): EntitySchemaColumnOptions {
  return type === 'bigint' ? { type, nullable: true, transformer: asNumber } : { type, nullable: true };
}

const columns = Object.fromEntries(ENTRY_COLUMNS.map(([name, type]) => [name, columnOf(type)])) as Record<
  keyof Entry,
  EntitySchemaColumnOptions
>;

export const entryEntity = new EntitySchema<Entry>({
  name: `${TRAIL_SCHEMA}.entry`,
  schema: TRAIL_SCHEMA,
  tableName: 'entry',
  columns: {
    ...columns,
    lane: { type: 'integer', primary: true },
    position: { type: 'bigint', primary: true, transformer: asNumber },
  },
});

export interface TreeRow {
  readonly lane: number;
  readonly size: number;
  readonly root: Buffer;
  readonly head: Buffer;
}

export interface AlienRow {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly topic: string;
  readonly lane: number;
  readonly reason: string;
  readonly first_offset: number;
  readonly last_offset: number;
  readonly readings: number;
  readonly first_seen: Date;
  readonly last_seen: Date;
}

export const alienEntity = new EntitySchema<AlienRow>({
  name: `${TRAIL_SCHEMA}.alien`,
  schema: TRAIL_SCHEMA,
  tableName: 'alien',
  columns: {
    day: { type: 'date', primary: true },
    topic: { type: 'text', primary: true },
    lane: { type: 'integer', primary: true },
    reason: { type: 'text', primary: true },
    first_offset: { type: 'bigint', transformer: asNumber },
    last_offset: { type: 'bigint', transformer: asNumber },
    readings: { type: 'bigint', transformer: asNumber },
    first_seen: { type: 'timestamptz' },
    last_seen: { type: 'timestamptz' },
  },
});

export const treeEntity = new EntitySchema<TreeRow>({
  name: `${TRAIL_SCHEMA}.tree`,
  schema: TRAIL_SCHEMA,
  tableName: 'tree',
  columns: {
    lane: { type: 'integer', primary: true },
    size: { type: 'bigint', transformer: asNumber },
    root: { type: 'bytea' },
    head: { type: 'bytea' },
  },
});
