import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { LANE_COUNT } from '#libs/contracts';
import { TransientError } from '#libs/kernel';
import { inTransaction, type Tx } from '#libs/postgres';
import { Checkpoints, type StoredCheckpoint } from './checkpoints.js';

/** The version that queries read. Ask in the query's own snapshot. Null before the first version has started. */
export async function findLiveVersion(db: Tx, consumer: string): Promise<number | null> {
  const { rows } = await db.query<{ version: number }>(`SELECT version FROM bus.live WHERE consumer = $1`, [consumer]);
  return rows[0]?.version ?? null;
}

const LANES = Array.from({ length: LANE_COUNT }, (_, lane) => lane);

/**
 * Makes another version the live one: holds the old version still, lets the new one reach it, flips the pointer. No read
 * sees a view that goes back.
 * @throws TransientError when the new version does not get there within the bound; then nothing has changed
 */
export function switchLive(
  pool: Pool,
  { name, from, to }: { readonly name: string; readonly from: number; readonly to: number },
  boundMs = 10_000,
): Promise<void> {
  const end = Date.now() + boundMs;
  return inTransaction(pool, async (tx) => {
    const reached = await new Checkpoints({ name, version: from }).lock(tx, LANES);
    const next = new Checkpoints({ name, version: to });
    while (!isPast(await next.load(tx, LANES), reached)) {
      if (Date.now() > end) throw new TransientError('VERSION_BEHIND', 503, 10);
      await delay(20);
    }
    const { rowCount } = await tx.query(`UPDATE bus.live SET version = $3 WHERE consumer = $1 AND version = $2`, [
      name,
      from,
      to,
    ]);
    if (rowCount !== 1) throw new Error(`version ${from} of ${name} is not the live one`);
  });
}

function isPast(next: ReadonlyMap<number, StoredCheckpoint>, reached: ReadonlyMap<number, StoredCheckpoint>): boolean {
  return [...reached].every(([lane, { position }]) => (next.get(lane)?.position ?? 0) >= position);
}
