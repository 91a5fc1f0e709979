import { join } from 'node:path';
import { v7 } from 'uuid';
import type { AppProcess } from '../../deployment/index.js';
import { inDatabase } from '../nemesis/databases.js';
import { metricOf } from '../nemesis/metrics.js';
import { NEXT_STATE_VERSION, nextBuild } from '../nemesis/next-build.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';
import { Uptime } from '../uptime.js';

const CONSUMERS = ['agency-views', 'policies'] as const;

/** The next build, ready to be started, with its schemas in the registry: publication comes before everything else. */
async function released(scene: Scene): Promise<string> {
  const { bus } = scene;
  const dist = nextBuild(join(bus.folder, 'next'));
  const { code, stderr } = await bus.bus(['schemas', 'publish'], dist).done;
  if (code !== 0) throw new Error(`the next schemas were not published: ${stderr}`);
  scene.note('the next schemas are published');
  return dist;
}

/** In order, as a supervisor does it: what it has under way is answered first. */
async function replace(scene: Scene, app: AppProcess, dist: string | null): Promise<void> {
  await app.end();
  app.runFrom(dist);
  await scene.restart(app);
}

/** A leg that the next build has written last. */
const writtenNext = (scene: Scene): Promise<string | undefined> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ key: string }>('SELECT key FROM state WHERE state LIKE $1 LIMIT 1', [
      `{"v":${NEXT_STATE_VERSION},%`,
    ]);
    return rows[0]?.key;
  });

/** This build does not decide on half of the facts: it says that somebody else must. */
async function refusesWhatItDoesNotKnow(scene: Scene): Promise<void> {
  await scene.signalled('a leg that this build does not know is answered 503', async () => {
    const key = await writtenNext(scene);
    if (key === undefined) return false;
    const { status, json, retryAfter } = await scene.bus.ask('referrals', 'US-CLEAR', `/v1/referrals/${key}/withdraw`, {
      method: 'POST',
      headers: { 'idempotency-key': v7() },
      body: { reason: 'NO_LONGER_NEEDED' },
    });
    return status === 503 && json.code === 'STATE_VERSION_UNKNOWN' && retryAfter !== null;
  });
}

const parkedIn = (scene: Scene, app: (typeof CONSUMERS)[number]): Promise<number> =>
  metricOf(scene.app(app), 'bus_consumer_events_parked_total');

interface Parked {
  readonly consumer: string;
  readonly key: string;
  readonly reason: string;
}

async function parked(scene: Scene): Promise<readonly Parked[]> {
  const { text } = await scene.bus.ask('operations', 'BUS-OPS', '/v1/operations/parking?limit=200');
  return (JSON.parse(text) as { readonly items: readonly Parked[] }).items;
}

/** What waited for a build that knows it is applied by that build, when an operator says so. */
async function redriveAll(scene: Scene): Promise<void> {
  let count = 0;
  for (let waiting = await parked(scene); waiting.length > 0; waiting = await parked(scene)) {
    for (const { consumer, key } of waiting) {
      const { code, stdout, stderr } = await scene.bus.bus(['parking', 'redrive', consumer, key]).done;
      if (code !== 0) throw new Error(`${consumer} still cannot apply ${key}: ${stdout}${stderr}`);
      count++;
    }
  }
  scene.note(`${count} referrals were redriven`);
}

/** The wrong way round: the writer first. Nobody may lose, skip or misread what it does not know. */
async function writerFirst(scene: Scene): Promise<void> {
  const { bus } = scene;
  const next = await released(scene);
  const [, second] = bus.instancesOf('referrals');
  if (!second) throw new Error('there is no second write app');
  await replace(scene, second, next);
  scene.note('one of two write apps is the next build');
  await refusesWhatItDoesNotKnow(scene);
  await scene.signalled('the relay holds what it has no schema for, and says so', async () => {
    return !(await scene.app('relay').isReady());
  });
  await replace(scene, scene.app('relay'), next);
  for (const app of CONSUMERS)
    await scene.signalled(`${app} parks what it does not know`, async () => (await parkedIn(scene, app)) > 0);
  const reasons = new Set((await parked(scene)).map(({ reason }) => reason));
  if (reasons.size !== 1 || !reasons.has('SCHEMA_UNKNOWN')) scene.fail(`parked for ${[...reasons].join(', ')}`);
  for (const app of bus.all) if (app !== second && app.app !== 'relay') await replace(scene, app, next);
  scene.note('everything is the next build');
  bus.commandsFrom(next);
}

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
    await scene.pass(1_000, 3_000);
    for (const app of writers) await replace(scene, app, null);
    scene.note('the write apps are this build again: they wait for what they do not know, and take what is new');
    await refusesWhatItDoesNotKnow(scene);
    for (const app of writers) await replace(scene, app, next);
  } finally {
    scene.note(`the longest time in which nobody was answered: ${await uptime.longestGapMs()} ms`);
  }
  const most = scene.bound(1_000);
  if ((await uptime.longestGapMs()) > most) scene.fail(`nobody was answered for more than ${most} ms`);
  bus.commandsFrom(next);
}

async function nothingParked(scene: Scene): Promise<void> {
  const waiting = await parked(scene);
  if (waiting.length > 0) throw new Error(`${waiting[0]?.key} is parked (${waiting[0]?.reason})`);
}

/** X29: this build and the next one side by side (design 3 "Versions"). The next one has another version of an event, and of states. */
export const versionRows: readonly Row[] = [
  {
    id: 'X29.writer-first',
    title: 'the next build writes before anybody else can read it',
    setup: { instances: { referrals: 2 }, load: { referrals: 300, rate: 20 } },
    spoils: true,
    recoverMs: 60_000,
    inject: writerFirst,
    afterwards: redriveAll,
  },
  {
    id: 'X29.rolling',
    title: 'every process becomes the next build in turn, readers first, and the write apps go back and forth',
    setup: { instances: { referrals: 2, 'agency-views': 2 }, load: { referrals: 600, rate: 15 } },
    spoils: true,
    inject: rolling,
    afterwards: nothingParked,
  },
];
