import type { AppName, AppProcess } from '../../deployment/index.js';
import { caughtUp } from '../flow.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { isParkedHere, type Known, knownToNext, nothingParked, redriveAll, released, replace } from './versions.js';

const READING: ReadonlySet<AppName> = new Set(['agency-views', 'audit-trail', 'policies']);
const CAUGHT_UP_MS = 60_000;

/** Each of them in turn; then they have read and committed what was accepted until then. */
async function become(scene: Scene, apps: readonly AppProcess[], dist: string | null): Promise<void> {
  for (const app of apps) await replace(scene, app, dist);
  await caughtUp(scene, CAUGHT_UP_MS);
  scene.note(`whoever reads is ${dist === null ? 'this build again' : 'the next build'}, and has read everything`);
}

async function isShownReceived(scene: Scene, { id, position }: Known): Promise<void> {
  const read = { headers: { 'bus-min-position': position } };
  const { status, json } = await scene.bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`, read);
  const shown: unknown = Reflect.get(json, 'status');
  if (status !== 200 || shown !== 'RECEIVED') scene.fail(`${id} is answered ${status} ${String(shown)}`);
}

/**
 * Consumers go forward and back in the same groups and tables: first under what both builds can read, then after the next one
 * has applied what this one cannot. That stays applied; what comes later waits, and nothing else does.
 */
async function backAndForth(scene: Scene): Promise<void> {
  const { bus } = scene;
  const readers = bus.all.filter(({ app }) => READING.has(app));
  const [, second] = bus.instancesOf('referrals');
  if (!second) throw new RangeError('there is no second write app');
  const next = await released(scene);
  await become(scene, readers, next);
  await become(scene, readers, null);
  await nothingParked(scene);

  await become(scene, [...readers, scene.app('relay')], next);
  await replace(scene, second, next);
  const applied = await knownToNext(scene, second);
  await isShownReceived(scene, applied);
  for (const app of readers) await replace(scene, app, null);
  await isShownReceived(scene, applied);
  await isParkedHere(scene, await knownToNext(scene, second));
  for (const app of bus.all) if (app !== second && app.app !== 'relay') await replace(scene, app, next);
  scene.note('everything is the next build');
  bus.commandsFrom(next);
  await redriveAll(scene);
}

/** X29: a consumer is rolled back, to a build that resumes what the next one has read and committed. */
export const readerRollbackRows: readonly Row[] = [
  {
    id: 'X29.readers-back',
    title: 'whoever reads becomes the next build and goes back, in the same groups and tables',
    setup: { instances: { referrals: 2, 'agency-views': 2 }, load: { referrals: 500, rate: 4 } },
    spoils: true,
    recoverMs: 60_000,
    inject: backAndForth,
    afterwards: nothingParked,
  },
];
