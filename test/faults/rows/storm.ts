import { setTimeout as delay } from 'node:timers/promises';
import type { AppProcess } from '../../deployment/index.js';
import { markOf, progress } from '../flow.js';
import { NotInjected } from '../not-injected.js';
import type { Scene } from '../scene.js';

const LASTS_MS = 300_000;
/** Between two who join or leave. */
const EVERY_MS = 2_000;
/** Of what the bus does when nobody joins or leaves. */
const LEAST_PROGRESS = 0.5;
/** A process begins in seconds, on a machine with much else to do in many: of those that were due, so many must have come. */
const LEAST_CHANGES = 0.4;

/** X23: whoever reads is never left in peace, and still gets on at half of its pace. */
export async function storm(scene: Scene): Promise<void> {
  const [, ...restless] = scene.bus.instancesOf('agency-views');
  const before = await markOf(scene, 'views');
  let changes = 0;
  const end = performance.now() + LASTS_MS;
  const comesAndGoes = async (member: AppProcess, nth: number): Promise<void> => {
    await delay(nth * EVERY_MS);
    while (performance.now() < end) {
      await member.end(scene.prng.chance(0.5) ? 'SIGKILL' : 'SIGTERM');
      changes++;
      await delay(EVERY_MS);
      await member.start();
      changes++;
      await delay(EVERY_MS);
    }
  };
  await Promise.all(restless.map(comesAndGoes));
  const done = progress(before, await markOf(scene, 'views'));
  const due = LASTS_MS / EVERY_MS;
  scene.note(
    `${changes} joined or left, of ${due} that were due; ${(done * 100).toFixed(0)} % of what was accepted was applied`,
  );
  if (changes < (due * LEAST_CHANGES) / scene.slowness)
    throw new NotInjected(`${changes} joined or left, of ${due} that were due`);
  if (done < LEAST_PROGRESS) scene.fail(`${(done * 100).toFixed(0)} % of what was accepted was applied meanwhile`);
}
