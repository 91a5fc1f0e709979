import type { Pool } from 'pg';
import type { LogRecord } from '#libs/event-log';
import { inTransaction } from '#libs/postgres';
import { ImpossibleEventError } from './applier.js';
import type { Change } from './change.js';
import { copyRows } from './copy-rows.js';
import { decodeRecord } from './decoded-record.js';
import type { Projection } from './define-projection.js';
import { failureOf } from './failure.js';
import type { LaneRecords } from './lane-runs.js';
import { MemoryTables } from './memory-tables.js';
import { changesFrom, derive, projectionApplier } from './projection-applier.js';
import { quoted } from './table.js';
import { bareTables, viewIndexes, viewKey, viewSchema } from './view-schema.js';

export interface RebuildTarget {
  readonly pool: Pool;
  readonly projection: Projection;
  readonly schema: string;
}

const BATCH = 1_000;

/**
 * Fills a projection's tables from nothing. A lane's rows are made in memory and copied into tables that have no key yet; keys
 * and indexes come last, which is several times faster than keeping them row by row. What is derived in the database is derived
 * of a lane at once. Only what memory does not hold (the later parts of a long lane), or the database refuses, is written as the
 * live view does it.
 */
export class ViewBuilder {
  /** Referrals with an event that the projection cannot apply; left out from there on, as the live view does. */
  readonly parked = new Set<string>();
  readonly #target: RebuildTarget;
  readonly #begun = new Set<number>();
  #writing: Promise<void> = Promise.resolve();
  #keys: Promise<void> | null = null;

  constructor(target: RebuildTarget) {
    this.#target = target;
  }

  /** Takes the next records of a lane. Returns while they are being written, and waits for those that were before. */
  async write({ lane, records }: LaneRecords): Promise<void> {
    const { projection } = this.#target;
    const first = this.#begun.has(lane) ? null : fold(projection, records);
    this.#begun.add(lane);
    await this.#writing;
    this.#writing = first ? this.#copy(first, records) : this.#apply(records);
    this.#writing.catch(() => undefined); // reported by whoever awaits it next
  }

  /** Until everything that was taken is written. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #copy({ tables, parked }: FoldedLane, records: readonly LogRecord[]): Promise<void> {
    const { pool, projection, schema } = this.#target;
    try {
      await inTransaction(pool, async (tx) => {
        for (const table of projection.tables) await copyRows(tx, schema, table, tables.rows(table));
        await derive(tx, projection, schema, records);
      });
    } catch (error) {
      if (failureOf(error).kind === 'outage') throw error;
      return this.#apply(records);
    }
    for (const key of parked) this.parked.add(key);
  }

  async #apply(records: readonly LogRecord[]): Promise<void> {
    this.#keys ??= makeKeys(this.#target);
    await this.#keys;
    for (let from = 0; from < records.length; from += BATCH) await this.#applyBatch(records.slice(from, from + BATCH));
  }

  /** Halves a batch that its content makes fail, until the culprit stands alone: its referral is left out from there on. */
  async #applyBatch(batch: readonly LogRecord[]): Promise<void> {
    const { pool, projection, schema } = this.#target;
    try {
      const fit = batch.filter(({ key }) => !this.parked.has(key)).map(decodeRecord);
      if (fit.some(({ fault }) => fault !== null)) throw new ImpossibleEventError('EVENT_UNDECODABLE');
      await inTransaction(pool, (tx) => projectionApplier(projection, schema).apply(tx, fit));
    } catch (error) {
      if (failureOf(error).kind === 'outage') throw error;
      const [first] = batch;
      if (batch.length === 1 && first) this.parked.add(first.key);
      if (batch.length <= 1) return;
      await this.#applyBatch(batch.slice(0, batch.length >> 1));
      await this.#applyBatch(batch.slice(batch.length >> 1));
    }
  }
}

/** Makes the schema, with tables that have neither key nor index, unless rows are looked up in them on the way. */
export async function beginRebuild({ pool, projection, schema }: RebuildTarget): Promise<void> {
  const statements = projection.derived ? viewSchema(projection, {}, schema) : bareTables(projection, schema);
  for (const statement of statements) await pool.query(statement);
}

/** Makes the keys that are not there yet, and the indexes. */
export async function completeRebuild(target: RebuildTarget): Promise<void> {
  const { pool, projection, schema } = target;
  await makeKeys(target);
  const indexes = projection.tables.flatMap((table) => viewIndexes(schema, table));
  await Promise.all(indexes.map((statement) => pool.query(statement)));
}

/** Without a key rows could not be found again. Builders of other lanes may want it at the same time. */
async function makeKeys({ pool, projection, schema }: RebuildTarget): Promise<void> {
  await Promise.all(
    projection.tables.map((table) =>
      inTransaction(pool, async (tx) => {
        const name = `${quoted(schema)}.${quoted(table.name)}`;
        await tx.query(`LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`);
        const sql = 'SELECT 1 FROM pg_index WHERE indrelid = $1::regclass AND indisprimary';
        const { rows } = await tx.query(sql, [name]);
        if (rows.length === 0) await tx.query(viewKey(schema, table));
      }),
    ),
  );
}

/** The rows that a lane's first records make, and the referrals that they park. */
interface FoldedLane {
  readonly tables: MemoryTables;
  readonly parked: ReadonlySet<string>;
}

function fold(projection: Projection, records: readonly LogRecord[]): FoldedLane {
  const tables = new MemoryTables();
  const parked = new Set<string>();
  for (const record of records) {
    if (parked.has(record.key)) continue;
    const changes = changesOrFault(projection, record);
    if (changes) tables.apply(changes);
    else parked.add(record.key);
  }
  return { tables, parked };
}

/** Null for an event that cannot be applied, whatever the database says. */
function changesOrFault(projection: Projection, record: LogRecord): readonly Change[] | null {
  const decoded = decodeRecord(record);
  if (decoded.fault) return null;
  try {
    return changesFrom(projection, decoded);
  } catch (error) {
    if (error instanceof ImpossibleEventError) return null;
    throw error;
  }
}
