import { setTimeout as delay } from 'node:timers/promises';
import { decodeEvent, type RecordedEvent } from '#libs/contracts';
import type { Scene } from '../scene.js';
import { inDatabase } from './databases.js';

/** What the bus says by itself takes a second; a policy that was killed comes back within the row's bound. */
const SAID_MS = 60_000;

/** What stands in the log of a leg. */
export const eventsOf = (scene: Scene, leg: string): Promise<RecordedEvent[]> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE key = $1 ORDER BY position',
      [leg],
    );
    return rows.map((row) => decodeEvent(row));
  });

/** But for how it got to its receiver, which comes when it comes. */
export const typesOf = async (scene: Scene, leg: string): Promise<string[]> =>
  (await eventsOf(scene, leg)).flatMap(({ type }) => (type === 'EvidenceAdvanced' ? [] : [type]));

/** Waits until something is said of a leg. @throws Error after the bound */
export async function has(scene: Scene, leg: string, type: string): Promise<void> {
  await comes(scene, `${leg} has no ${type}`, async () => (await typesOf(scene, leg)).includes(type));
}

/** Waits for what the bus does by itself. @throws Error after the bound, with what did not come */
export async function comes(scene: Scene, missing: string, ask: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + scene.bound(SAID_MS);
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(missing);
    await delay(100);
  }
}
