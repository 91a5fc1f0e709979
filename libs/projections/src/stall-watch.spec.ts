import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Topic, topics } from '#libs/contracts';
import { ConsumerSignals } from '#libs/event-log';
import { createLogger, Metrics } from '#libs/platform';
import { historyOf, START } from './lane-merge.fixtures.js';
import { LaneMerge } from './lane-merge.js';
import { StallWatch } from './stall-watch.js';

const { referral, escalation } = topics;
const times = { askAfterMs: 800, askAgainMs: 2_000, askAtMostEveryMs: 3_000, alarmAfterMs: 10_000 };

describe('a lane that waits', () => {
  let asked: unknown[];
  let ends: Partial<Record<Topic, number>>;
  let signals: ConsumerSignals;
  let told: number[];
  let watch: StallWatch;
  let merge: LaneMerge;

  beforeEach(() => {
    asked = [];
    told = [];
    ends = { [escalation]: 0 };
    signals = new ConsumerSignals('spec.v1', {
      metrics: new Metrics(),
      logger: createLogger({ app: 'spec', level: 'silent' }),
    });
    watch = new StallWatch({
      source: { ends: (topic) => Promise.resolve(new Map([[1, ends[topic] ?? 0]])) },
      refills: { ask: (wanted) => Promise.resolve(void asked.push(...wanted)) },
      signals,
      times,
      onStalled: ({ lane }) => Promise.resolve(void told.push(lane)),
    });
    merge = new LaneMerge([referral, escalation], START);
    const [first, , third] = historyOf([referral, escalation, referral]);
    if (first && third) for (const record of [first, third]) merge.file(record);
    merge.take(9);
  });

  const look = (now: number) => watch.look([merge], now);

  it('asks for what is missing after a while, and again with longer and longer pauses', async () => {
    for (let now = 0; now <= 9_000; now += 100) await look(now);
    expect(asked).toEqual(Array.from({ length: 4 }, () => ({ lane: 1, after: 1 })));
  });

  it('does not ask while the topic is not read to its end: catching up looks the same', async () => {
    ends = { [escalation]: 5 };
    for (let now = 0; now <= 9_000; now += 100) await look(now);
    expect(asked).toEqual([]);
  });

  it('raises an alarm after ten seconds, which ends with the stall', async () => {
    for (let now = 0; now <= 10_100; now += 100) await look(now);
    expect(signals.standing()).toEqual([{ code: 'LANE_STALLED', at: 1 }]);
    await look(10_200);
    expect(told).toEqual([1]);
    const [, second] = historyOf([referral, escalation, referral]);
    if (second) merge.file(second);
    await look(10_300);
    expect(signals.standing()).toEqual([]);
  });
});
