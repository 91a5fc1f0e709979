import { has, typesOf } from '../nemesis/cases.js';
import type { Row } from '../row.js';
import { routine, say } from '../say.js';
import type { Scene } from '../scene.js';
import { begun, commitSent, committed, killAt, type Moment } from './apps.js';

const CASES = 12;

interface OnwardCase {
  readonly id: string;
  readonly leg: string;
}

const going = new WeakMap<Scene, Promise<readonly OnwardCase[]>>();

/** Cases that go on while the fault comes: forwarded, refused there, and back. */
function goOn(scene: Scene): void {
  const cases = Promise.all(Array.from({ length: CASES }, () => forwarded(scene)));
  cases.catch(() => undefined); // is awaited afterwards
  going.set(scene, cases);
}

async function forwarded(scene: Scene): Promise<OnwardCase> {
  const { id = '' } = (await say(scene, { by: 'US-CLEAR', path: '/v1/referrals', body: routine })).json;
  const of = (leg: string, command: string): string => `/v1/referrals/${leg}/${command}`;
  await say(scene, { by: 'PH-WCPC', path: of(id, 'receive'), body: {} });
  const onward = { by: 'PH-WCPC', path: of(id, 'forward'), body: { to: { agency: 'AU-NCP' } } };
  const { json } = await say(scene, onward);
  const { leg } = (json as { readonly onward: { readonly leg: string } }).onward;
  await has(scene, leg, 'ReferralSubmitted');
  await say(scene, { by: 'AU-NCP', path: of(leg, 'receive'), body: {} });
  await say(scene, { by: 'AU-NCP', path: of(leg, 'reject'), body: { reason: 'DATA_NOT_HELD' } });
  await has(scene, id, 'ForwardReturned');
  return { id, leg };
}

/** Each went on once and came back once. */
async function onceEach(scene: Scene): Promise<void> {
  for (const { id, leg } of (await going.get(scene)) ?? []) {
    const [before, after] = [await typesOf(scene, id), await typesOf(scene, leg)];
    const told = [...before.slice(-2), ...after].join(' ');
    const expected =
      'ReferralForwarded ForwardReturned ReferralSubmitted PrioritySet ReferralReceived ReferralRejected';
    if (told !== expected) scene.fail(`${id} went on otherwise: ${told}`);
  }
}

const killedAt = (id: string, at: Moment): Row => ({
  id,
  title: `kill -9 the policies when ${at.what}, while cases go on`,
  inject: async (scene) => {
    goOn(scene);
    await killAt(scene, 'policies', { link: 'policies>postgres', ...at });
  },
  afterwards: onceEach,
});

/** P1: what the bus says by itself is said once, at whatever point whoever says it dies. */
export const onwardRows: readonly Row[] = [
  killedAt('P1.in-transaction', begun),
  killedAt('P1.before-commit', commitSent),
  killedAt('P1.after-commit', committed),
  {
    id: 'P1.any-moment',
    title: 'kill -9 two policies in turn, four times, while cases go on',
    setup: { instances: { policies: 2 } },
    inject: async (scene) => {
      goOn(scene);
      const mortals = scene.bus.instancesOf('policies');
      for (let time = 0; time < 4; time++) {
        await scene.pass(200, 2_000);
        const mortal = mortals[time % mortals.length];
        if (!mortal) throw new RangeError('there are no policies');
        await scene.kill(mortal);
        await scene.restart(mortal);
      }
    },
    afterwards: onceEach,
  },
];
