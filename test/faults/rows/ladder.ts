import { submission } from '../../webhooks/agency.js';
import { clockWords, saidTwice } from '#libs/testing';
import { advanceBusTime } from '../nemesis/bus-time.js';
import { comes, eventsOf, has } from '../nemesis/cases.js';
import { inDatabase } from '../nemesis/databases.js';
import { Desk } from '../nemesis/desk.js';
import type { Row } from '../row.js';
import { say } from '../say.js';
import type { Scene } from '../scene.js';
import { begun, commitSent, committed, killAt, type Moment } from './apps.js';
import { written } from './clocks.js';
import { delivering, judgeAll, killedWhileSent, told } from './delivery.js';

const CASES = 6;
const MINUTE_MS = 60_000;
/** From the step before, or the receipt, by the rules in force: of P1 that nobody acknowledges. */
const STEPS_MS = [15 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS];
/** So many messages, calls or transactions of delivery pass at each step at least. */
const AMONG = 3;
/** So many transactions of the clocks' runner: all that is due may be one, and that it was said another. */
const AMONG_OF_CLOCKS = 2;
const life = { ...submission, priority: { level: 'P1', reasons: ['LIFE_THREAT'] } };

const climbing = new WeakMap<Scene, readonly string[]>();

type Kill = (scene: Scene, desk: Desk) => Promise<void>;

/** Urgent cases that nobody acknowledges, step by step; who is to die dies at each, and when they are submitted. */
async function climb(scene: Scene, dies: Kill): Promise<void> {
  const [desk] = await told(scene, Desk.open(scene));
  if (!desk) throw new RangeError('there is no desk');
  await desk.isCalled();
  const submitted = Array.from({ length: CASES }, async () => {
    const { id = '' } = (await say(scene, { by: 'US-CLEAR', path: '/v1/referrals', body: life })).json;
    return id;
  });
  const ids = await Promise.all(submitted);
  climbing.set(scene, ids);
  for (const [nth, ms] of STEPS_MS.entries()) {
    scene.note(`step ${nth + 1} is due`);
    const death = dies(scene, desk);
    death.catch(() => undefined); // is awaited below
    await advanceBusTime(scene.bus, ms);
    for (const id of ids) await raised(scene, id, nth + 1);
    await death;
  }
}

const stepsOf = async (scene: Scene, id: string): Promise<{ readonly cause: string; readonly step: number }[]> =>
  (await eventsOf(scene, id)).flatMap(({ type, data }) => (type === 'EscalationRaised' ? [data] : []));

const raised = (scene: Scene, id: string, step: number): Promise<void> =>
  comes(scene, `${id} was not escalated to step ${step}`, async () =>
    (await stepsOf(scene, id)).some((each) => each.step === step),
  );

/** Each step was said once and in its order, the desk was called for each of its own, and nobody is any more. */
async function onceEach(scene: Scene): Promise<void> {
  const ids = climbing.get(scene) ?? [];
  for (const id of ids) {
    const words = clockWords(await eventsOf(scene, id));
    for (const word of saidTwice(words)) scene.fail(`${id}: said twice: ${word}`);
    for (const [cause, steps] of Map.groupBy(await stepsOf(scene, id), (each) => each.cause))
      if (steps.some(({ step }, at) => step !== at + 1))
        scene.fail(`${id}: ${cause} climbed ${steps.map(({ step }) => step).join(', ')}`);
    await comes(scene, `${id}: not every call was taken`, () => isCalled(scene, id));
    await say(scene, { by: 'US-CLEAR', path: `/v1/referrals/${id}/withdraw`, body: { reason: 'FACTS_DISPROVED' } });
    await has(scene, id, 'ReferralWithdrawn');
  }
  for (const id of ids) await comes(scene, `somebody is still called for ${id}`, () => isOver(scene, id));
  await judgeAll(scene);
}

/** The receiver's desk took a call for the referral itself, and for the step that calls upon it. */
const isCalled = (scene: Scene, id: string): Promise<boolean> =>
  inDatabase(scene.bus, 'delivery', async (client) => {
    const { rows } = await client.query<{ taken: string }>(
      `SELECT count(DISTINCT event) AS taken FROM delivery.call JOIN delivery.call_channel USING (event, agency, role)
       WHERE referral = $1 AND agency = 'PH-WCPC' AND messages > 0`,
      [id],
    );
    return Number(rows[0]?.taken) >= 2;
  });

const isOver = (scene: Scene, id: string): Promise<boolean> =>
  inDatabase(scene.bus, 'delivery', async (client) => {
    const { rows } = await client.query(
      `SELECT FROM delivery.call LEFT JOIN delivery.call_channel USING (event, agency, role)
       WHERE referral = $1 AND (ended_at IS NULL OR due_at IS NOT NULL)`,
      [id],
    );
    return rows.length === 0;
  });

const row = (variant: string, title: string, dies: Kill): Row => ({
  id: `E1.${variant}`,
  title: `kill -9 ${title}, at each step of the ladder`,
  setup: delivering(1 / 6),
  inject: (scene) => climb(scene, dies),
  afterwards: onceEach,
});

const clocksDie = (variant: string, at: Moment, among = AMONG_OF_CLOCKS): Row =>
  row(variant, `the runner of clocks when ${at.what}`, (scene) =>
    killAt(scene, 'policies', { link: 'policies>postgres', among, ...at }),
  );
const deliveryDies = (variant: string, at: Moment): Row =>
  row(variant, `delivery when ${at.what}`, (scene) =>
    killAt(scene, 'delivery', { link: 'delivery>postgres', among: AMONG, ...at }),
  );

/** A text of a row or a parameter, after its length, behind something. */
const field = (before: string, text: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(text.length);
  return Buffer.concat([Buffer.from(before), length, Buffer.from(text)]);
};

/** E1: whoever is to be called is called once a step, by each message once or as the same one, whoever dies at it. */
export const ladderRows: readonly Row[] = [
  clocksDie('in-transaction', begun),
  // all that is due at a step may be one transaction
  clocksDie('before-commit', written, 1),
  clocksDie('after-commit', committed),
  deliveryDies('call-in-transaction', begun),
  deliveryDies('call-before-commit', commitSent),
  deliveryDies('call-after-commit', committed),
  deliveryDies('call-leased', {
    direction: 'toClient',
    // the time of the call, and the kind of its channel: that is read of what is taken up, and of nothing else
    bytes: field('+00', 'WEBHOOK'),
    what: 'a call is taken up and not yet made',
  }),
  row('call-made', 'delivery when a call was made and is not answered', (scene, desk) =>
    killedWhileSent(scene, desk, (type) => type === 'bus.call', AMONG),
  ),
  deliveryDies('call-before-noted', {
    direction: 'toServer',
    bytes: field('', 'TAKEN'),
    what: 'a call was taken and that is not yet noted',
  }),
];
