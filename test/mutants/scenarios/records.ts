import { topics } from '#libs/contracts';
import type { Patch, Sign } from '../patch.js';
import { positionIn } from '../hands.js';
import { atMost, type Scenario, type Stage } from '../scenario.js';
import { URGENT } from './consumers.js';

const STRANGER: readonly Sign[] = [{ check: 'topics', kind: 'alien-record' }];

export const forged: Scenario = {
  what: 'somebody without the key puts an event on a topic that is the next one by all that it says',
  expects: STRANGER,
  play: async ({ agencies, hands }) => {
    const told = await agencies.submit(URGENT);
    await hands.applied('views', told);
    const { lane } = positionIn(told);
    const { headers, ...record } = await hands.nextRecord(lane, {
      type: 'ReferralReceived',
      data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } },
    });
    const { 'bus-mac': mac, ...others } = headers;
    await hands.produce(lane, [
      { ...record, headers: { ...others, 'bus-mac': mac?.replace(/.$/, (end) => (end === '0' ? '1' : '0')) ?? '' } },
    ]);
    await atMost(3_000, hands.reached('views', lane, positionIn(told).position + 1));
  },
};

export const otherContent: Scenario = {
  what: 'somebody without the key puts other content under the headers of a real record',
  expects: STRANGER,
  play: async ({ agencies, hands }) => {
    const told = await agencies.submit(URGENT);
    await hands.applied('views', told);
    const { lane } = positionIn(told);
    const real = await hands.shipped(topics.referral, lane, 0);
    const value = Buffer.from(real.value);
    value[value.length - 1] = (value.at(-1) ?? 0) ^ 1;
    await hands.produce(lane, [{ ...real, value }]);
    await atMost(5_000, hands.applied('views', await agencies.submit(URGENT)));
  },
};

/** An event that a view cannot apply until it is mended: here everything that DE-NCP receives. */
const poison: Patch = {
  file: 'apps/agency-views/src/agency-views.projection.js',
  find: 'ReferralReceived: seen(leg.received),',
  put: `ReferralReceived: (event) => {
            if (globalThis.busPointIsOn?.('poison') && event.data.by === 'DE-NCP')
                throw new TypeError('poison');
            return seen(leg.received)(event);
        },`,
};

async function parkOne({ agencies, hands, points }: Stage): Promise<string> {
  points['agency-views'].on('poison');
  const told = await agencies.submit({ to: 'DE-NCP', level: 'P1' });
  const id = told?.id ?? '';
  for (const word of ['receive', 'acknowledge', 'accept'] as const) {
    const said = await agencies.say(id, word, { by: 'DE-NCP' });
    await atMost(10_000, hands.applied('views', said));
  }
  await atMost(10_000, hands.applied('views', await agencies.submit({ to: 'DE-NCP', level: 'P1' })));
  return id;
}

export const parked: Scenario = {
  what: 'a view cannot apply an event, and later ones of the referral come',
  points: [poison],
  // The rebuild is another process, without the fault: it applies what the live view could not.
  expects: [{ check: 'K5', kind: 'other-state' }],
  play: async (stage) => void (await parkOne(stage)),
};

export const redriven: Scenario = {
  what: 'a view cannot apply an event, is mended, and applies what it had set aside',
  points: [poison],
  play: async (stage) => {
    const key = await parkOne(stage);
    stage.points['agency-views'].off('poison');
    await stage.hands.redrive(key);
  },
};
