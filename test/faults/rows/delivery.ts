import { setTimeout as delay } from 'node:timers/promises';
import type { Row } from '../row.js';
import type { RowSetup } from '../row-setup.js';
import { say } from '../say.js';
import type { Scene } from '../scene.js';
import { Desk } from '../nemesis/desk.js';
import { submission } from '../../webhooks/agency.js';
import { NotInjected } from '../not-injected.js';
import { killAt, type Moment, TRIGGER_MS } from './apps.js';

const CASES = 12;
const AT_ONCE = 4;

/** @param hoursPerSecond of the published schedule of repetitions */
export const delivering = (hoursPerSecond: number, instances = 1): RowSetup => ({
  instances: { delivery: instances },
  env: { delivery: { WEBHOOK_SPEED: String(3_600 * hoursPerSecond), WEBHOOK_ANSWER_SECONDS: '2' } },
});
const once = delivering(1 / 6);

/** Cases of which the desk is told four things and more. */
export async function caseWork(scene: Scene, cases = CASES): Promise<void> {
  let left = cases;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await oneCase(scene);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function oneCase(scene: Scene): Promise<void> {
  const { id = '' } = (await say(scene, { by: 'US-CLEAR', path: '/v1/referrals', body: submission })).json;
  for (const command of ['receive', 'acknowledge'])
    await say(scene, { by: 'PH-WCPC', path: `/v1/referrals/${id}/${command}`, body: {} });
}

async function whileWorking(scene: Scene, fault: () => Promise<void>, cases = CASES): Promise<void> {
  const work = caseWork(scene, cases);
  work.catch(() => undefined); // is awaited below
  await fault();
  await work;
}

const desks = new WeakMap<Scene, readonly Desk[]>();

/** Systems that are told, and judged afterwards. */
export async function told(scene: Scene, ...opened: Promise<Desk>[]): Promise<readonly Desk[]> {
  const all = await Promise.all(opened);
  desks.set(scene, all);
  return all;
}

export async function judgeAll(scene: Scene): Promise<void> {
  for (const desk of desks.get(scene) ?? []) await desk.judge();
}

const commit = { direction: 'toClient', bytes: 'COMMIT\0' } as const;
const filing = { direction: 'toServer', bytes: 'items filed\0' } as const;
const noting = { direction: 'toServer', bytes: 'item taken\0' } as const;

/** Each step of an item's way, and how many of them pass at least while the cases go on. */
const steps: readonly (readonly [variant: string, among: number, at: Moment])[] = [
  [
    'before-filed',
    3,
    { direction: 'toServer', bytes: 'webhooks moved\0', what: 'items are read from the feed and not filed' },
  ],
  ['in-filing', 3, { ...filing, what: 'items are filed and the place in the feed is not yet kept' }],
  ['after-filed', 3, { ...commit, after: filing, what: 'items are filed and that is not yet answered' }],
  ['before-sent', 10, { direction: 'toClient', bytes: '"viewpoint"', what: 'an item is due and not yet sent' }],
  ['before-noted', 10, { ...noting, what: 'the receiver has answered and that is not yet noted' }],
  [
    'after-noted',
    10,
    {
      direction: 'toClient',
      bytes: 'noted\0',
      after: noting,
      what: 'an item is noted as taken and that is not yet answered',
    },
  ],
];

const killedAt = ([variant, among, at]: (typeof steps)[number]): Row => ({
  id: `D1.${variant}`,
  title: `kill -9 delivery when ${at.what}`,
  setup: once,
  inject: async (scene) => {
    await told(scene, Desk.open(scene));
    await whileWorking(scene, () => killAt(scene, 'delivery', { link: 'delivery>postgres', among, ...at }));
  },
  afterwards: judgeAll,
});

/** Kills delivery while the receiver has a request of this type, which is not answered. */
export async function killedWhileSent(
  scene: Scene,
  { receiver }: Desk,
  isMeant: (type: string) => boolean,
  among: number,
): Promise<void> {
  const nth = scene.prng.between(1, among);
  const delivery = scene.app('delivery');
  await new Promise<void>((resolve, reject) => {
    let seen = 0;
    const missed = setTimeout(
      () => reject(new NotInjected(`${seen} requests came, not ${nth}`)),
      scene.bound(TRIGGER_MS),
    );
    receiver.judge = ({ type }) => {
      if (!isMeant(type) || ++seen !== nth) return 'TAKE';
      clearTimeout(missed);
      scene.note(`the receiver has request ${nth} and does not answer`);
      scene.kill(delivery).then(() => resolve(), reject);
      return 'HANG';
    };
  });
  receiver.judge = () => 'TAKE';
  await scene.restart(delivery);
}

/** What delivery needs is away while the cases go on. */
const without = (variant: string, what: string, away: (scene: Scene, desk: Desk) => Promise<void>): Row => ({
  id: `D1.${variant}`,
  title: `${what} while webhooks are sent`,
  setup: once,
  inject: async (scene) => {
    const [desk] = await told(scene, Desk.open(scene));
    if (!desk) throw new RangeError('there is no receiver');
    await whileWorking(scene, async () => {
      await scene.pass(100, 1_500);
      scene.note(what);
      await away(scene, desk);
    });
  },
  afterwards: judgeAll,
});

/** D1: whatever is told comes, in order, as one message, at whatever point what sends dies. */
export const deliveryRows: readonly Row[] = [
  ...steps.map(killedAt),
  {
    id: 'D1.before-answer',
    title: 'kill -9 delivery when the receiver has a request and has not answered',
    setup: once,
    inject: async (scene) => {
      const [desk] = await told(scene, Desk.open(scene));
      if (desk) await whileWorking(scene, () => killedWhileSent(scene, desk, () => true, 20));
    },
    afterwards: judgeAll,
  },
  {
    id: 'D1.any-moment',
    title: 'kill -9 two deliveries in turn, four times, while webhooks are sent',
    setup: delivering(1 / 6, 2),
    inject: async (scene) => {
      await told(scene, Desk.open(scene), Desk.open(scene));
      const mortals = scene.bus.instancesOf('delivery');
      const inTurn = async (): Promise<void> => {
        for (const mortal of [...mortals, ...mortals]) {
          await scene.pass(100, 1_500);
          await scene.kill(mortal);
          await scene.restart(mortal);
        }
      };
      await whileWorking(scene, inTurn, 3 * CASES);
    },
    afterwards: judgeAll,
  },
  without('postgres-away', 'the database of delivery is away', async (scene) => {
    await scene.links.tcp('delivery>postgres').refuse();
    await scene.signalled('delivery is not ready', async () => !(await scene.app('delivery').isReady()));
    await scene.links.tcp('delivery>postgres').heal();
  }),
  without('kafka-away', 'delivery does not reach Kafka', async (scene, desk) => {
    await scene.links.kafka('delivery>kafka').tcp.refuse();
    // webhooks need it not
    await caseWork(scene, AT_ONCE);
    await desk.hasAll();
    scene.note('what was said meanwhile came');
    await scene.links.kafka('delivery>kafka').tcp.heal();
  }),
  without('views-away', 'the feed is away', async (scene) => {
    await scene.kill(scene.app('agency-views'));
    await delay(scene.prng.between(2_000, 8_000));
    await scene.restart(scene.app('agency-views'));
  }),
];
