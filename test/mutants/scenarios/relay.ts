import { topics } from '#libs/contracts';
import type { Patch } from '../patch.js';
import { positionIn } from '../hands.js';
import { atMost, crashAt, type Scenario } from '../scenario.js';
import { URGENT, URGENT_LANE } from './consumers.js';

/** The relay compares the tails of the topics every minute; here nobody waits for that. */
const noComparisonMeanwhile: Patch = {
  file: 'apps/relay/src/upkeep.js',
  find: 'const COMPARE_MS = 60_000;',
  put: 'const COMPARE_MS = 600_000;',
};

/** Between a send and the cursor that counts it. */
const halfShipped: Patch = {
  file: 'apps/relay/src/shipping/shipping-loop.js',
  find: 'await this.#parts.cursors.advance(sound, permit.epoch);',
  put: `await globalThis.busPoint('half-shipped');
        await this.#parts.cursors.advance(sound, permit.epoch);`,
};

/** What kafkajs does with records of a partition that its metadata lacks: it leaves them out, and reports success. */
const forgottenPartition: Patch = {
  file: 'libs/event-log/src/lane-producer.js',
  find: 'const topicMessages = batches.map(({ topic, lane, messages }) => ({',
  put: `const known = batches.filter(({ lane }) => !globalThis.busPointIsOn('forget-' + lane));
        if (known.length === 0)
            return Promise.resolve([]);
        const topicMessages = known.map(({ topic, lane, messages }) => ({`,
};

export const relayCrash: Scenario = {
  what: 'the relay is killed between a send and its cursor, twice',
  points: [halfShipped],
  play: async (stage) => {
    const { agencies, hands } = stage;
    for (let round = 0; round < 2; round++) {
      const crash = crashAt(stage, 'relay', 'half-shipped');
      const told = await agencies.submit(URGENT);
      await crash;
      await atMost(10_000, hands.applied('audit', told));
    }
  },
};

export const forgetfulClient: Scenario = {
  what: "the relay's Kafka client leaves one lane out and reports success",
  points: [forgottenPartition, noComparisonMeanwhile],
  expects: [{ check: 'K13', kind: 'unseen' }],
  waitSeconds: 3,
  play: async ({ agencies, hands, points }) => {
    await hands.applied('audit', await agencies.submit(URGENT));
    points.relay.on(`forget-${URGENT_LANE}`);
    const lost = await agencies.submit(URGENT);
    await hands.applied('audit', await agencies.submit({ to: 'DE-NCP' }));
    await atMost(3_000, hands.relayed(positionIn(lost)));
  },
  release: ({ points }) => points.relay.off(`forget-${URGENT_LANE}`),
};

export const emptied: Scenario = {
  what: 'a topic loses the records of a lane while the relay is at work',
  points: [noComparisonMeanwhile],
  play: async ({ agencies, hands }) => {
    for (let n = 0; n < 3; n++) await hands.appliedByAll(await agencies.submit(URGENT));
    await hands.empty(topics.referral, URGENT_LANE);
    const told = await agencies.submit(URGENT);
    await hands.applied('audit', told);
    await atMost(5_000, hands.ends(topics.referral, URGENT_LANE, 3 + 4));
  },
};

export const emptiedAway: Scenario = {
  what: 'a topic loses the records of a lane while no relay is there',
  play: async ({ bus, agencies, hands }) => {
    for (let n = 0; n < 3; n++) await hands.applied('audit', await agencies.submit(URGENT));
    await bus.apps.relay.end();
    await hands.empty(topics.referral, URGENT_LANE);
    await bus.apps.relay.start();
    await hands.applied('audit', await agencies.submit({ to: 'DE-NCP' }));
    await atMost(5_000, hands.ends(topics.referral, URGENT_LANE, 3 + 3));
  },
};

/** The relay counts what it never sent: a cursor that was restored from elsewhere, for example. */
export const hole: Scenario = {
  what: 'two events of a lane are not on the topics, and the relay believes that they are',
  points: [noComparisonMeanwhile],
  play: async ({ bus, agencies, hands }) => {
    const before = await agencies.submit(URGENT);
    await hands.applied('audit', before);
    await hands.applied('views', before);
    bus.apps.relay.signal('SIGSTOP');
    const missing = positionIn(await agencies.submit(URGENT));
    await hands.sql('journal', 'UPDATE relay_cursor SET position = $2 WHERE lane = $1', [
      missing.lane,
      missing.position,
    ]);
    bus.apps.relay.signal('SIGCONT');
    await agencies.submit(URGENT);
    await agencies.say(before?.id ?? '', 'receive');
  },
};
