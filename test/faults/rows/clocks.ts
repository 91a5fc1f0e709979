import { setTimeout as delay } from 'node:timers/promises';
import { advanceBusTime, busNow, stepBusTime } from '../nemesis/bus-time.js';
import { clockWords, saidTwice } from '#libs/testing';
import { comes, eventsOf } from '../nemesis/cases.js';
import { inDatabase } from '../nemesis/databases.js';
import type { Row } from '../row.js';
import { say } from '../say.js';
import type { Scene } from '../scene.js';
import { begun, committed, killAt, type Moment } from './apps.js';
import { unavailableIsSaid } from './database.js';

const CASES = 24;
/** From when the cases were submitted to when they fall due, when those of the load are long acted on. */
const LEFT_MS = 15_000;
/** The fault begins so long before the first falls due. */
const BEFORE_MS = 100;

const silent = new WeakMap<Scene, readonly string[]>();

/** Cases to which nobody says anything, which fall due while the fault comes. @param delivered they get to their receiver before */
async function fallSilent(scene: Scene, delivered = true): Promise<void> {
  const ids = await Promise.all(Array.from({ length: CASES }, () => submitted(scene)));
  if (delivered) for (const id of ids) await comes(scene, `${id} was not available`, () => isAvailable(scene, id));
  silent.set(scene, ids);
  const { first, last } = await timesOf(scene, ids);
  await advanceBusTime(scene.bus, first - (await busNow(scene.bus)) - scene.bound(LEFT_MS));
  while ((await busNow(scene.bus)) < first - BEFORE_MS) await delay(20);
  scene.note(`${CASES} cases fall due, within ${last - first} ms`);
}

const isAvailable = async (scene: Scene, id: string): Promise<boolean> =>
  (await eventsOf(scene, id)).some(
    (event) => event.type === 'EvidenceAdvanced' && event.data.steps.some(({ step }) => step === 'AVAILABLE'),
  );

async function submitted(scene: Scene): Promise<string> {
  const { id = '' } = (
    await say(scene, {
      by: 'US-CLEAR',
      path: '/v1/referrals',
      body: {
        to: { agency: 'PH-WCPC' },
        incident: { offenceType: 'SOLICITATION' },
        priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      },
    })
  ).json;
  return id;
}

const timesOf = (scene: Scene, ids: readonly string[]): Promise<{ first: number; last: number }> =>
  inDatabase(scene.bus, 'journal', async (client) => {
    const { rows } = await client.query<{ first: string; last: string }>(
      'SELECT min(at) AS first, max(at) AS last FROM clock WHERE key = ANY ($1)',
      [ids],
    );
    return { first: Number(rows[0]?.first), last: Number(rows[0]?.last) };
  });

const wordsOf = async (scene: Scene, id: string): Promise<string[]> => clockWords(await eventsOf(scene, id));

/** What was due of each was said, and once. */
async function onceEach(scene: Scene): Promise<void> {
  for (const id of silent.get(scene) ?? []) {
    await comes(scene, `nothing was said of ${id}`, async () => (await wordsOf(scene, id)).length > 0);
    for (const word of saidTwice(await wordsOf(scene, id))) scene.fail(`${id}: said twice: ${word}`);
  }
}

/** The writer's own statement, which leaves in one packet with its COMMIT. */
export const written: Moment = {
  direction: 'toServer',
  bytes: 'append\0',
  what: 'what is due is decided and not yet there',
};
/** Of all transactions of the policies once the cases fall due. */
const AMONG = 4;

const killedAt = (id: string, at: Moment): Row => ({
  id,
  title: `kill -9 the runner of clocks when ${at.what}, while cases fall due`,
  inject: async (scene) => {
    await fallSilent(scene);
    await killAt(scene, 'policies', { link: 'policies>postgres', among: AMONG, ...at });
  },
  afterwards: onceEach,
});

const skewed = (ms: number, rate = 1): Record<string, string> => ({
  NODE_OPTIONS: `--import=${new URL('../nemesis/skewed-clock.js', import.meta.url).href}`,
  SKEW_MS: String(ms),
  SKEW_RATE: String(rate),
});
const FIVE_MINUTES = 300_000;

/** C1: what is due is said once, at whatever point whoever says it dies. X22: whatever time it is for anybody. */
export const clockRows: readonly Row[] = [
  killedAt('C1.in-transaction', begun),
  killedAt('C1.before-commit', written),
  killedAt('C1.after-commit', committed),
  {
    id: 'C1.any-moment',
    title: 'kill -9 two runners of clocks in turn, four times, while cases fall due',
    setup: { instances: { policies: 2 } },
    inject: async (scene) => {
      await fallSilent(scene);
      const mortals = scene.bus.instancesOf('policies');
      for (let time = 0; time < 4; time++) {
        await scene.pass(50, 1_000);
        const mortal = mortals[time % mortals.length];
        if (!mortal) throw new RangeError('there are no policies');
        await scene.kill(mortal);
        await scene.restart(mortal);
      }
    },
    afterwards: onceEach,
  },
  {
    id: 'C1.kafka-away',
    title: 'Kafka is away while cases fall due, and one of them was acted on meanwhile',
    inject: async (scene) => {
      for (const link of ['relay>kafka', 'policies>kafka'] as const) await scene.links.kafka(link).tcp.refuse();
      scene.note('neither the relay nor the policies reach Kafka');
      const acted = await submitted(scene);
      await say(scene, { by: 'PH-WCPC', path: `/v1/referrals/${acted}/acknowledge`, body: {} });
      await fallSilent(scene, false);
      await onceEach(scene);
      for (const word of await wordsOf(scene, acted)) scene.fail(`${acted} was acted on: ${word}`);
    },
    afterwards: onceEach,
  },
  {
    id: 'X22.skew',
    title: 'every process has another time, five minutes off or half as fast again, while cases fall due',
    setup: {
      env: {
        referrals: skewed(-FIVE_MINUTES),
        relay: skewed(FIVE_MINUTES),
        'agency-views': skewed(0, 1.5),
        'audit-trail': skewed(-FIVE_MINUTES),
        policies: skewed(FIVE_MINUTES, 1.5),
        membership: skewed(-FIVE_MINUTES),
      },
    },
    inject: (scene) => fallSilent(scene),
    afterwards: onceEach,
  },
  {
    id: 'X22.backwards',
    title:
      "the database's time steps back by half a minute, then by five: absorbed, then nothing is accepted until it is right",
    inject: async (scene) => {
      await fallSilent(scene);
      await stepBusTime(scene.bus, -30_000);
      scene.note('back by 30 s');
      await scene.pass(1_000, 3_000);
      await stepBusTime(scene.bus, -FIVE_MINUTES);
      scene.note('back by 5 min');
      await unavailableIsSaid(scene);
      await stepBusTime(scene.bus, FIVE_MINUTES + 30_000);
      scene.note('the time is right again');
    },
    afterwards: onceEach,
  },
];
