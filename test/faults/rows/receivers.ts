import { Desk } from '../nemesis/desk.js';
import { comes } from '../nemesis/cases.js';
import type { Row } from '../row.js';
import type { Behaviour } from '../../webhooks/receiver.js';
import { caseWork, delivering, judgeAll, told } from './delivery.js';

const HOURS_A_SECOND = 2;
const DAY_MS = 24_000 / HOURS_A_SECOND;

const meeting: readonly (readonly [variant: string, behaviour: Behaviour, what: string])[] = [
  ['error', 'ERROR', 'answers everything with 500'],
  ['silent', 'HANG', 'takes every request and answers none'],
  ['slow', 'SLOW', 'answers each request after a second'],
  ['redirects', 'REDIRECT', 'sends every request somewhere else'],
  ['says-more', 'LIE', 'answers less than it says that it will'],
  ['says-less', 'LONG', 'answers more than it says that it will'],
  ['cuts', 'CUT', 'cuts the connection of every request'],
];

const FAILURES: readonly Behaviour[] = ['ERROR', 'HANG', 'REDIRECT', 'LIE', 'CUT'];

const bad = ([variant, behaviour, what]: (typeof meeting)[number]): Row => ({
  id: `D2.${variant}`,
  title: `a receiver ${what}, beside one that is well`,
  setup: delivering(1 / 6),
  inject: async (scene) => {
    const [well, ill] = await told(scene, Desk.open(scene), Desk.open(scene));
    if (!well || !ill) throw new RangeError('there are no receivers');
    ill.receiver.judge = () => behaviour;
    await caseWork(scene);
    await well.hasAll();
    await comes(scene, 'the other was sent nothing', async () => ill.receiver.messages.length > 0);
    scene.note(
      `${well.receiver.messages.length} requests to the one that is well, ${ill.receiver.messages.length} to the other`,
    );
    ill.receiver.judge = () => 'TAKE';
  },
  afterwards: judgeAll,
});

/** D2: a receiver does what receivers do; it loses nothing by it, and others are not held up. */
export const receiverRows: readonly Row[] = [
  ...meeting.map(bad),
  {
    id: 'D2.one-referral',
    title: 'a receiver fails at all that is said of one referral, in a way of its own each time',
    setup: delivering(1 / 6),
    inject: async (scene) => {
      const [desk] = await told(scene, Desk.open(scene));
      if (!desk) throw new RangeError('there is no receiver');
      let held = '';
      desk.receiver.judge = ({ referral }) => {
        held ||= referral;
        return referral === held ? scene.prng.pick(FAILURES) : 'TAKE';
      };
      await caseWork(scene);
      await desk.hasAll(() => held);
      scene.note('all that was said of the others came');
      desk.receiver.judge = () => 'TAKE';
    },
    afterwards: judgeAll,
  },
  {
    id: 'D2.away-for-a-day',
    title: 'a receiver is not there for a day by the published schedule, beside one that is well',
    setup: delivering(HOURS_A_SECOND),
    inject: async (scene) => {
      const [well, ill] = await told(scene, Desk.open(scene), Desk.open(scene));
      if (!well || !ill) throw new RangeError('there are no receivers');
      const port = Number(new URL(ill.receiver.url).port);
      await ill.receiver.close();
      await caseWork(scene);
      await well.hasAll();
      await scene.pass(DAY_MS, DAY_MS + 5_000);
      const { status, failures } = await ill.state();
      scene.note(`${failures} tries in vain`);
      if (status !== 'ACTIVE' || failures === 0) scene.fail(`it is ${status} after ${failures} tries`);
      await ill.receiver.open(port);
    },
    afterwards: judgeAll,
  },
];
