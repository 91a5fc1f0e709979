import { setTimeout as delay } from 'node:timers/promises';
import { ordinalOf } from '#libs/contracts';
import { agencyViews } from '../../apps/agency-views/src/agency-views.projection.js';
import { trail } from '../../apps/audit-trail/src/trail.js';
import { inDatabase } from './nemesis/databases.js';
import type { Scene } from './scene.js';

const WINDOW_MS = 2_000;
const CONSUMERS = { views: agencyViews, audit: trail } as const;

/** Events that a consumer reads: how many were accepted so far, and how many of them it has applied or set aside. */
export interface Mark {
  readonly accepted: number;
  readonly applied: number;
}

export async function markOf(scene: Scene, database: keyof typeof CONSUMERS): Promise<Mark> {
  const { name, topics } = CONSUMERS[database];
  const at = await inDatabase(scene.bus, database, async (client) => {
    const { rows } = await client.query<{ lane: number; position: string }>(
      'SELECT lane, position FROM bus.checkpoint WHERE consumer = $1',
      [name],
    );
    return rows;
  });
  return inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ accepted: string; applied: string }>(
      `SELECT count(*) AS accepted, count(*) FILTER (WHERE j.position <= c.position) AS applied
       FROM journal j LEFT JOIN unnest($1::integer[], $2::bigint[]) AS c (lane, position) USING (lane)
       WHERE j.topic = ANY ($3)`,
      [at.map(({ lane }) => lane), at.map(({ position }) => position), topics.map(ordinalOf)],
    );
    return { accepted: Number(rows[0]?.accepted), applied: Number(rows[0]?.applied) };
  });
}

/** Part of what was accepted meanwhile that was applied meanwhile. */
export const progress = (from: Mark, to: Mark): number =>
  (to.applied - from.applied) / Math.max(1, to.accepted - from.accepted);

/** Within the bound, as much is applied as is accepted, but for one event in twenty (faults X5). */
export async function flowsAgain(scene: Scene, boundMs: number): Promise<void> {
  const begun = performance.now();
  let best = 0;
  for (let before = await markOf(scene, 'audit'); performance.now() - begun < scene.bound(boundMs);) {
    await delay(WINDOW_MS);
    const now = await markOf(scene, 'audit');
    if (now.accepted > before.accepted) best = Math.max(best, progress(before, now));
    if (best >= 0.95) return scene.note(`back to 95 % after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    before = now;
  }
  scene.fail(`not back to 95 % in time: ${(best * 100).toFixed(0)} % of what was accepted was applied`);
}

/** Resolves when both consumers have applied all that is accepted by now. @throws Error after the bound */
export async function caughtUp(scene: Scene, boundMs: number): Promise<void> {
  const databases = ['views', 'audit'] as const;
  const wanted = await Promise.all(databases.map(async (database) => (await markOf(scene, database)).accepted));
  for (const until = Date.now() + scene.bound(boundMs); Date.now() < until; await delay(500)) {
    const marks = await Promise.all(databases.map((database) => markOf(scene, database)));
    if (marks.every(({ applied }, nth) => applied >= (wanted[nth] ?? 0))) return;
  }
  throw new Error(`the consumers did not catch up in ${boundMs / 1000} s`);
}
