import type { Pool } from 'pg';
import { LANE_COUNT, NO_LEAF } from '#libs/contracts';
import { type AlienRecord, isAlien, type LogRecord } from '#libs/event-log';
import { ImpossibleEventError, type Tx } from './applier.js';
import { Checkpoints } from './checkpoints.js';
import type { Consumer } from './consumer.js';
import { decodeRecord } from './decoded-record.js';
import type { Projection } from './define-projection.js';
import { digestsOf, type TableDigest } from './dump-digest.js';
import { failureOf } from './failure.js';
import type { LaneCheckpoint } from './lane-checkpoint.js';
import { LaneMerge } from './lane-merge.js';
import { projectionApplier } from './projection-applier.js';
import { quoted } from './table.js';
import { inTransaction } from './transaction.js';
import { viewSchema } from './view-schema.js';

/** What a live view shows, and up to where it has read. */
export interface ViewDump {
  readonly digests: readonly TableDigest[];
  /** Position by lane. */
  readonly positions: ReadonlyMap<number, number>;
}

export interface Rebuilt extends ViewDump {
  /** Referrals with an event that this projection cannot apply; left out from there on, as the live view does. */
  readonly parked: readonly string[];
}

/** Digests and positions of a view in one snapshot. */
export async function dumpView(pool: Pool, projection: Projection, schema: string): Promise<ViewDump> {
  return inTransaction(pool, async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return dumpViewIn(tx, projection, schema);
  });
}

/** The same in a transaction of the caller's, which must be REPEATABLE READ: its later reads see the state of the dump. */
export async function dumpViewIn(tx: Tx, projection: Projection, schema: string): Promise<ViewDump> {
  const lanes = Array.from({ length: LANE_COUNT }, (_, lane) => lane);
  const checkpoints = await new Checkpoints(projection).load(tx, lanes);
  const positions = new Map([...checkpoints].map(([lane, { position }]) => [lane, position]));
  return { digests: await digestsOf(tx, schema, projection), positions };
}

/** Records of the projection's topics, each topic of a lane in the order of its offsets: `LogReader.readTopics`. */
export type LogRecords = AsyncIterable<readonly (LogRecord | AlienRecord)[]>;

export interface RebuildTarget {
  readonly pool: Pool;
  readonly projection: Projection;
  readonly schema: string;
}

const BATCH = 1_000;

/**
 * Builds the projection anew from the log into a schema of its own, each lane up to the position given, and tells what came out.
 * The schema is made here, and dropped by the caller.
 */
export async function rebuildInto(
  target: RebuildTarget,
  records: LogRecords,
  upTo: ReadonlyMap<number, number>,
): Promise<Rebuilt> {
  const { pool, projection, schema } = target;
  for (const statement of viewSchema(projection, {}, schema)) await pool.query(statement);
  const parked = new Set<string>();
  const positions = new Map<number, number>();
  for await (const batch of inBatches(inLaneOrder(projection, records, upTo))) {
    await writeBatch(target, batch, parked);
    for (const { lane, position } of batch) positions.set(lane, position);
  }
  const digests = await inTransaction(pool, (tx) => digestsOf(tx, schema, projection));
  return { digests, positions, parked: [...parked].sort() };
}

/** Drops what `rebuildInto` made. */
export async function dropRebuilt(db: Tx, schema: string): Promise<void> {
  await db.query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);
}

/** Each lane's records in their one order, up to its position. */
export async function* inLaneOrder(
  { topics }: Pick<Consumer, 'topics'>,
  records: LogRecords,
  upTo: ReadonlyMap<number, number>,
): AsyncGenerator<LogRecord> {
  const merges = new Map<number, LaneMerge>();
  for await (const batch of records) {
    for (const record of batch) {
      if (isAlien(record) || !topics.includes(record.topic) || record.position > (upTo.get(record.lane) ?? Infinity))
        continue;
      const merge = merges.get(record.lane) ?? new LaneMerge(topics, startOf(record.lane));
      merges.set(record.lane, merge);
      merge.file(record);
      yield* merge.take(Infinity);
    }
  }
}

const startOf = (lane: number): LaneCheckpoint => ({ lane, position: 0, vector: [], leaf: NO_LEAF, offsets: [] });

async function* inBatches(records: AsyncIterable<LogRecord>): AsyncGenerator<LogRecord[]> {
  let batch: LogRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Halves a batch that its content makes fail, until the culprit stands alone: its referral is left out from there on. */
async function writeBatch(target: RebuildTarget, batch: readonly LogRecord[], parked: Set<string>): Promise<void> {
  const { pool, projection, schema } = target;
  try {
    const fit = batch.filter(({ key }) => !parked.has(key)).map(decodeRecord);
    const applier = projectionApplier(projection, schema);
    if (fit.some(({ fault }) => fault !== null)) throw new ImpossibleEventError('EVENT_UNDECODABLE');
    await inTransaction(pool, (tx) => applier.apply(tx, fit));
  } catch (error) {
    if (failureOf(error).kind === 'outage') throw error;
    const [first] = batch;
    if (batch.length === 1 && first) parked.add(first.key);
    if (batch.length <= 1) return;
    await writeBatch(target, batch.slice(0, batch.length >> 1), parked);
    await writeBatch(target, batch.slice(batch.length >> 1), parked);
  }
}
