import { setTimeout as delay } from 'node:timers/promises';
import { topics } from '#libs/contracts';
import type { AppProcess } from '../../deployment/index.js';
import { EVERY_LINK } from '../nemesis/links.js';
import { NotInjected } from '../not-injected.js';
import { API, withoutRecords } from '../proxy/kafka-frames.js';
import type { Row } from '../row.js';
import { routine, say } from '../say.js';
import type { Scene } from '../scene.js';

const PHASES = 3;
const PHASE_MS = 7_000;
const CONSUMERS = ['agency-views', 'audit-trail', 'policies'] as const;
const KAFKA = EVERY_LINK.filter((name) => name.endsWith('>kafka'));

const consumersOf = (scene: Scene): AppProcess[] => CONSUMERS.flatMap((app) => scene.bus.instancesOf(app));

/** What one topic says of every lane, and all of some lanes, is held back from every consumer. @returns what counts and ends it */
function holdBack(scene: Scene): { readonly times: () => number; readonly end: () => void } {
  const held = scene.prng.pick([topics.referral, topics.escalation]);
  const one = scene.prng.between(2, 6);
  scene.note(`${held} of every lane, and everything of one lane in ${one}, held back`);
  let times = 0;
  const names = new Set(consumersOf(scene).map(({ name }) => `${name}>kafka`));
  const rules = KAFKA.filter((link) => names.has(link)).map((link) =>
    scene.links.kafka(link).onAnswer(({ api, version }, answer) =>
      api !== API.fetch
        ? answer
        : withoutRecords(answer, version, ({ topic, partition }) => {
            const hidden = topic.endsWith(held) || partition % one === 0;
            if (hidden) times++;
            return hidden;
          }),
    ),
  );
  return { times: () => times, end: () => rules.forEach((end) => end()) };
}

/** Consumers come and go at random; the one that is asked stays. @returns how often one went */
async function comeAndGo(scene: Scene, restless: readonly AppProcess[], over: Promise<void>): Promise<number> {
  let [isOver, gone] = [false, 0];
  void over.then(() => (isOver = true));
  while (!isOver) {
    const member = scene.prng.pick(restless);
    await member.end(scene.prng.chance(0.5) ? 'SIGKILL' : 'SIGTERM');
    gone++;
    await scene.pass(0, 1_500);
    if (!member.isRunning()) member.launch();
    await scene.pass(200, 1_500);
  }
  return gone;
}

/** Whoever asks for what is not whole yet is told so by name, never something older or nothing. */
async function isAwaited(scene: Scene): Promise<void> {
  const { json, position } = await say(scene, { by: 'US-CLEAR', path: '/v1/referrals', body: routine });
  const headers = { 'bus-min-position': position };
  const asked = scene.bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${json.id}`, { headers });
  const { status, json: told } = await asked;
  scene.note(`what was just accepted is answered ${status} ${told.code ?? ''}`);
  if (status !== 200 && (status !== 425 || told.code !== 'VIEW_BEHIND'))
    scene.fail(`what is held back is answered ${status} ${told.code}`);
}

async function disorder(scene: Scene): Promise<void> {
  await scene.pass(0, 1_000);
  const [, ...restless] = consumersOf(scene);
  const phases = async (): Promise<void> => {
    for (let phase = 0; phase < PHASES; phase++) {
      const { times, end } = holdBack(scene);
      await Promise.all([isAwaited(scene), delay(PHASE_MS)]);
      end();
      if (times() === 0) throw new NotInjected('no record was held back');
    }
  };
  const held = phases();
  const over = held.catch(() => undefined); // is awaited below
  const gone = await comeAndGo(scene, restless, over);
  await held;
  scene.note(`${gone} times one of ${restless.length} consumers went and came back`);
}

export const disorderRows: readonly Row[] = [
  {
    id: 'X17',
    title: 'topics and lanes arrive out of order at six consumers, of which five come and go',
    setup: { instances: { 'agency-views': 2, 'audit-trail': 2, policies: 2 }, load: { referrals: 600, rate: 25 } },
    recoverMs: 60_000,
    inject: disorder,
  },
];
