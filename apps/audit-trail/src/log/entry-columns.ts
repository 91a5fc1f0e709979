import type { Entry } from './entry.js';

export type EntryColumnType = 'integer' | 'bigint' | 'smallint' | 'bytea' | 'text';

/** Every column of the table `entry` with its type. */
export const ENTRY_COLUMNS: readonly (readonly [keyof Entry, EntryColumnType])[] = [
  ['lane', 'integer'],
  ['position', 'bigint'],
  ['leaf', 'bytea'],
  ['topic', 'smallint'],
  ['key', 'text'],
  ['leg', 'text'],
  ['type', 'text'],
  ['event_id', 'text'],
  ['accepted_at', 'bigint'],
  ['agency', 'text'],
  ['role', 'text'],
  ['country', 'text'],
  ['client', 'text'],
  ['person', 'text'],
  ['correlation', 'text'],
  ['causation', 'text'],
  ['ordinal', 'integer'],
  ['of', 'integer'],
  ['command', 'text'],
  ['code', 'text'],
  ['kafka_offset', 'bigint'],
  ['undecodable', 'text'],
];
