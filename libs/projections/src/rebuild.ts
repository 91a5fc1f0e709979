import type { Pool } from 'pg';
import { LANE_COUNT } from '#libs/contracts';
import { inTransaction, type Tx } from '#libs/postgres';
import { Checkpoints } from './checkpoints.js';
import type { Projection } from './define-projection.js';
import { digestsOf, type TableDigest } from './dump-digest.js';
import { laneRuns, type LogRecords } from './lane-runs.js';
import { quoted } from './table.js';
import { beginRebuild, completeRebuild, type RebuildTarget, ViewBuilder } from './view-builder.js';

/** What a live view shows, and up to where it has read. */
export interface ViewDump {
  readonly digests: readonly TableDigest[];
  /** Position by lane. */
  readonly positions: ReadonlyMap<number, number>;
}

/** Up to where a view was built. */
export interface Built {
  /** Position by lane. */
  readonly positions: ReadonlyMap<number, number>;
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

/** About 1.5 kB each while they wait for the rest of their lane. */
const HELD_RECORDS = 100_000;

/**
 * Builds the projection anew from the log into a schema of its own, each lane up to the position given.
 * The schema is made here, and dropped by the caller.
 * @param held records that may be in memory at once, of all lanes that are read side by side
 */
export async function rebuildInto(
  target: RebuildTarget,
  records: LogRecords,
  upTo: ReadonlyMap<number, number>,
  held = HELD_RECORDS,
): Promise<Built> {
  await beginRebuild(target);
  const built = await rebuildLanes(target, records, upTo, held);
  await completeRebuild(target);
  return built;
}

/** The lanes of these records alone, between `beginRebuild` and `completeRebuild`: any number of processes may each do some. */
export async function rebuildLanes(
  target: RebuildTarget,
  records: LogRecords,
  upTo: ReadonlyMap<number, number>,
  held = HELD_RECORDS,
): Promise<Built> {
  const builder = new ViewBuilder(target);
  const positions = new Map<number, number>();
  for await (const run of laneRuns(target.projection, records, { upTo, held })) {
    await builder.write(run);
    positions.set(run.lane, run.records.at(-1)?.position ?? 0);
  }
  await builder.written();
  return { positions, parked: [...builder.parked].sort() };
}

/** What a view that was built shows. */
export function digestsOfRebuilt({ pool, projection, schema }: RebuildTarget): Promise<TableDigest[]> {
  return inTransaction(pool, (tx) => digestsOf(tx, schema, projection));
}

/** Drops what `rebuildInto` made. */
export async function dropRebuilt(db: Tx, schema: string): Promise<void> {
  await db.query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);
}
