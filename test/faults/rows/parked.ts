import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { groupOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import type { Answer } from '../../deployment/index.js';
import { comes } from '../nemesis/cases.js';
import { inDatabase } from '../nemesis/databases.js';
import { metricOf } from '../nemesis/metrics.js';
import { type Parked, parkedNow } from '../nemesis/parking.js';
import { allowing, CAUSE, redriven, refusing, sendBatch, type Sent } from '../nemesis/unstorable.js';
import type { Row } from '../row.js';
import { say } from '../say.js';
import type { Scene } from '../scene.js';

/** From the acceptance of an event that a consumer cannot apply until it is set aside: relayed, read, tried and parked. */
const ASIDE_MS = 1_000;
const SEEN_MS = 30_000;
const LOOK_MS = 20;

const parked = (scene: Scene): Promise<number> =>
  metricOf(scene.app('agency-views'), 'bus_consumer_events_parked_total', `reason="${CAUSE}"`);

const shown = (scene: Scene, { id, position }: Sent): Promise<Answer> =>
  scene.bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`, { headers: { 'bus-min-position': position } });

const letterOf = async (scene: Scene, { id }: Sent): Promise<Parked | undefined> =>
  (await parkedNow(scene)).find(({ key, consumer }) => key === id && consumer === groupOf(agencyViews));

/** Milliseconds from now until the view's database answers with a row, on one connection. */
const untilFound = (scene: Scene, sql: string, values: readonly string[]): Promise<number> =>
  inDatabase(scene.bus, 'views', async (client) => {
    const begun = performance.now();
    const end = begun + scene.bound(SEEN_MS);
    while (performance.now() < end) {
      if ((await client.query(sql, [...values])).rowCount) return performance.now() - begun;
      await delay(LOOK_MS);
    }
    throw new Error(`the view's database did not show in time: ${sql}`);
  });

/** How long a sound referral takes into the view now, from its acceptance. */
async function soundOne(scene: Scene): Promise<number> {
  const [sent] = await sendBatch(scene, [`SOUND-${v7()}`]);
  return untilFound(scene, `SELECT FROM ${schemaOf(agencyViews)}.referral WHERE reference = $1`, [
    sent?.reference ?? '',
  ]);
}

/** It was set aside in time, unless the machine is so slow that a sound event is late too: then nobody can tell. */
function judge(scene: Scene, tookMs: number, soundMs: number): void {
  scene.note(`it is parked after ${tookMs.toFixed(0)} ms; a sound one is shown after ${soundMs.toFixed(0)} ms`);
  if (tookMs <= ASIDE_MS) return;
  const what = `it is parked ${tookMs.toFixed(0)} ms after it was accepted`;
  if (soundMs < ASIDE_MS / 3) scene.fail(what);
  else scene.miss(`${what}, which says nothing where a sound one is shown after ${soundMs.toFixed(0)} ms`);
}

/** One event of a batch cannot be applied: it is parked at once, all others flow, and it comes in once its cause is mended. */
async function oneOfMany(scene: Scene, size: number): Promise<void> {
  await scene.pass(200, 1_500);
  const before = await parked(scene);
  const run = v7();
  const at = scene.prng.between(0, size - 1);
  const unstorable = await refusing(scene);
  const references = Array.from({ length: size }, (_, nth) => (nth === at ? unstorable() : `BATCH-${run}-${nth}`));
  const soundMs = await soundOne(scene);
  const sent = await sendBatch(scene, references);
  const bad = sent[at];
  if (!bad) throw new Error('no batch');
  const tookMs = await untilFound(scene, `SELECT FROM bus.parked WHERE key = $1 AND reason = $2`, [bad.id, CAUSE]);
  scene.note(`item ${at} of ${size} is one that the view cannot store`);
  judge(scene, tookMs, Math.max(soundMs, await soundOne(scene)));
  const isShown = async (): Promise<boolean> => (await letterOf(scene, bad))?.reason === CAUSE;
  await scene.signalled('operators are shown the event, parked with its cause', isShown);
  await scene.signalled('it is counted', async () => (await parked(scene)) === before + 1);
  await othersAreShown(scene, run, sent, bad);
  const late = await isHeld(scene, bad);
  await allowing(scene);
  await comesIn(scene, { ...bad, position: late });
}

/** All others are there; nothing of the parked one is shown, nor is it said to be as it was. */
async function othersAreShown(scene: Scene, run: string, sent: readonly Sent[], bad: Sent): Promise<void> {
  for (const other of sent.filter((each) => each !== bad).slice(-2)) {
    const { status } = await shown(scene, other);
    if (status !== 200) scene.fail(`${other.reference}, which is sound, is answered ${status}`);
  }
  await comes(scene, `not all of ${sent.length - 1} sound referrals came into the view`, () =>
    inDatabase(scene.bus, 'views', async (client) => {
      const sql = `SELECT count(*)::integer FROM ${schemaOf(agencyViews)}.referral WHERE reference LIKE $1`;
      const { rows } = await client.query<{ count: number }>(sql, [`BATCH-${run}-%`]);
      return rows[0]?.count === sent.length - 1;
    }),
  );
  const { status, text } = await shown(scene, bad);
  if (status !== 503 || !text.includes('VIEW_PARKED')) scene.fail(`the parked referral is answered ${status}: ${text}`);
  const { stdout } = await scene.bus.bus(['parking', 'list']).done;
  if (!stdout.includes(bad.id)) scene.fail(`bus parking list does not name ${bad.id}`);
}

/** What is said of the same case meanwhile waits behind it. @returns its position */
async function isHeld(scene: Scene, bad: Sent): Promise<string> {
  const waiting = (await letterOf(scene, bad))?.events ?? 0;
  const said = await say(scene, { by: bad.to, path: `/v1/referrals/${bad.id}/acknowledge`, body: {} });
  await scene.signalled(
    'what is said of the case meanwhile waits behind it',
    async () => ((await letterOf(scene, bad))?.events ?? 0) > waiting,
  );
  return said.position;
}

/** Redriven, it is shown with all that waited behind it. */
async function comesIn(scene: Scene, bad: Sent): Promise<void> {
  scene.note(`redriven: ${await redriven(scene, bad)}`);
  const { status, json } = await shown(scene, bad);
  if (status !== 200) scene.fail(`${bad.id} is answered ${status} after it was redriven`);
  else if (json.status !== 'ACKNOWLEDGED')
    scene.fail(`${bad.id} is shown ${String(json.status)} after it was redriven`);
}

export const parkedRows: readonly Row[] = [
  {
    id: 'X18.impossible',
    title: 'an event that the view cannot store: parked, shown as parked, redriven',
    inject: (scene) => oneOfMany(scene, 1),
  },
  {
    id: 'X19',
    title: 'one bad event in a batch of 500',
    inject: (scene) => oneOfMany(scene, 500),
  },
];
