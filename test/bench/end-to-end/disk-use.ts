import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';

export interface DiskUse {
  readonly bytes: number;
  /** Of the events alone. */
  readonly payload: number;
  /** Bytes of the topics, of each table, and of its indexes together. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Of one database. */
export async function tablesOf(pool: Pool): Promise<[name: string, bytes: number][]> {
  const { rows } = await pool.query<{ name: string; table: string; indexes: string }>(
    `SELECT nspname || '.' || relname AS name, pg_table_size(c.oid) AS table, pg_indexes_size(c.oid) AS indexes
     FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p') AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  return rows.flatMap(({ name, table, indexes }): [string, number][] => [
    [name, Number(table)],
    [`indexes of ${name}`, Number(indexes)],
  ]);
}

/** Of the segments, indexes left out. */
export function topicBytes(dataDir: string, topicPrefix: string): number {
  const log = join(dataDir, 'kafka', 'log');
  return readdirSync(log)
    .filter((partition) => partition.startsWith(topicPrefix))
    .flatMap((partition) => readdirSync(join(log, partition)).map((file) => join(log, partition, file)))
    .filter((path) => path.endsWith('.log'))
    .reduce((sum, path) => sum + statSync(path).size, 0);
}

/** What was added to each part for each byte of an event, the most first; what is less than `least` is left out. */
export function addedTo(before: DiskUse, after: DiskUse, least = 0.05): string {
  const payload = after.payload - before.payload;
  return [...after.parts]
    .map(([name, bytes]) => [name, (bytes - (before.parts.get(name) ?? 0)) / payload] as const)
    .filter(([, added]) => added >= least)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, added]) => `${name} ${added.toFixed(2)}`)
    .join(', ');
}
