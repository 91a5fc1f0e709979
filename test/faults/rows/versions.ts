import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { AppProcess } from '../../deployment/index.js';
import { parkedNow } from '../nemesis/parking.js';
import { nextBuild } from '../nemesis/next-build.js';
import type { Row } from '../row.js';
import { routine, say } from '../say.js';
import type { Scene } from '../scene.js';
import { Uptime } from '../uptime.js';

/** Consumers that park: the view, the feed and the policies. */
const READERS = 3;
const REDRIVEN_MS = 60_000;

/** The next build, ready to be started, with its schemas in the registry: publication comes before everything else. */
export async function released(scene: Scene): Promise<string> {
  const { bus } = scene;
  const dist = nextBuild(join(scene.services.folder, 'next'));
  const { code, stderr } = await bus.bus(['schemas', 'publish'], dist).done;
  if (code !== 0) throw new Error(`the next schemas were not published: ${stderr}`);
  scene.note('the next schemas are published');
  return dist;
}

/** In order, as a supervisor does it: what it has under way is answered first. */
export async function replace(scene: Scene, app: AppProcess, dist: string | null): Promise<void> {
  await app.end();
  app.runFrom(dist);
  await scene.restart(app);
}

export interface Known {
  readonly id: string;
  readonly position: string;
}

/** A referral that only the next build knows: it has stored its state, and said more of it than this build can read. */
export async function knownToNext(scene: Scene, at: AppProcess): Promise<Known> {
  const { json } = await say(scene, { by: 'US-CLEAR', path: '/v1/referrals', body: routine, at });
  const id = json.id ?? '';
  const { position } = await say(scene, { by: 'PH-WCPC', path: `/v1/referrals/${id}/receive`, body: {}, at });
  return { id, position };
}

/** This build does not decide on half of the facts: it says that somebody else must. */
async function isRefusedHere(scene: Scene, { id }: Known): Promise<void> {
  const path = `/v1/referrals/${id}/acknowledge`;
  const { status, json, retryAfter } = await scene.bus.ask('referrals', 'PH-WCPC', path, {
    method: 'POST',
    headers: { 'idempotency-key': v7() },
    body: {},
  });
  if (status !== 503 || json.code !== 'STATE_VERSION_UNKNOWN' || retryAfter === null)
    scene.fail(`a state of the next build is answered ${status} ${json.code}`);
}

/** Nobody who reads here knows it: it is parked, for that reason, and never shown as if it were whole. */
export async function isParkedHere(scene: Scene, { id, position }: Known): Promise<void> {
  await scene.signalled('whoever reads parks what it does not know', async () => {
    const waiting = (await parkedNow(scene)).filter(({ key }) => key === id);
    return waiting.length === READERS && waiting.every(({ reason }) => reason === 'SCHEMA_UNKNOWN');
  });
  const read = { headers: { 'bus-min-position': position } };
  const { status, json } = await scene.bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`, read);
  if (status !== 503) scene.fail(`what is parked is answered ${status} ${json.code}`);
}

/** What waited for a build that knows it is applied by that build, when an operator says so. */
export async function redriveAll(scene: Scene): Promise<void> {
  const until = performance.now() + scene.bound(REDRIVEN_MS);
  const redriven = new Set<string>();
  for (let waiting = await parkedNow(scene); waiting.length > 0; waiting = await parkedNow(scene)) {
    if (performance.now() > until) throw new Error(`${waiting[0]?.key} is still parked (${waiting[0]?.reason})`);
    for (const { consumer, key } of waiting) {
      const path = `/v1/operations/parking/${encodeURIComponent(consumer)}/${encodeURIComponent(key)}/redrive`;
      await scene.bus.ask('operations', 'BUS-OPS', path, { method: 'POST', body: {} });
      redriven.add(`${consumer}/${key}`);
    }
    await delay(1_000);
  }
  scene.note(`${redriven.size} times a referral was redriven`);
}

/** The wrong way round: the writer first. Nobody may lose, skip or misread what it does not know. */
async function writerFirst(scene: Scene): Promise<void> {
  const { bus } = scene;
  const next = await released(scene);
  const [, second] = bus.instancesOf('referrals');
  if (!second) throw new Error('there is no second write app');
  await replace(scene, second, next);
  scene.note('one of two write apps is the next build');
  const known = await knownToNext(scene, second);
  await isRefusedHere(scene, known);
  await scene.signalled('the relay holds what it has no schema for', async () =>
    (await textOf(`${scene.app('relay').url}/readyz`)).includes('EVENT_UNSHIPPABLE'),
  );
  await replace(scene, scene.app('relay'), next);
  await isParkedHere(scene, known);
  for (const app of bus.all) if (app !== second && app.app !== 'relay') await replace(scene, app, next);
  scene.note('everything is the next build');
  bus.commandsFrom(next);
  await redriveAll(scene);
}

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

/** As it is to be done: what reads before what writes, one process after the other. */
async function rolling(scene: Scene): Promise<void> {
  const { bus } = scene;
  const next = await released(scene);
  const uptime = Uptime.watch(bus);
  try {
    const writers = bus.instancesOf('referrals');
    for (const app of bus.all) if (app.app !== 'referrals') await replace(scene, app, next);
    for (const app of writers) await replace(scene, app, next);
    scene.note('everything is the next build');
    const known = await knownToNext(scene, scene.app('referrals'));
    for (const app of writers) await replace(scene, app, null);
    scene.note('the write apps are this build again: they wait for what they do not know, and take what is new');
    await isRefusedHere(scene, known);
    for (const app of writers) await replace(scene, app, next);
  } finally {
    scene.note(`the longest time in which nobody was answered: ${await uptime.longestGapMs()} ms`);
  }
  const most = scene.bound(1_000);
  if ((await uptime.longestGapMs()) > most) scene.fail(`nobody was answered for more than ${most} ms`);
  bus.commandsFrom(next);
}

export async function nothingParked(scene: Scene): Promise<void> {
  const waiting = await parkedNow(scene);
  if (waiting.length > 0) throw new Error(`${waiting[0]?.key} is parked (${waiting[0]?.reason})`);
}

/** X29: this build and the next one side by side (design 3 "Versions"). The next one has another version of an event, and of states. */
export const versionRows: readonly Row[] = [
  {
    id: 'X29.writer-first',
    title: 'the next build writes before anybody else can read it',
    setup: { instances: { referrals: 2 }, load: { referrals: 400, rate: 8 } },
    spoils: true,
    recoverMs: 60_000,
    inject: writerFirst,
    afterwards: nothingParked,
  },
  {
    id: 'X29.rolling',
    title: 'every process becomes the next build in turn, readers first, and the write apps go back and forth',
    setup: { instances: { referrals: 2, 'agency-views': 2 }, load: { referrals: 600, rate: 8 } },
    spoils: true,
    inject: rolling,
    afterwards: nothingParked,
  },
];
