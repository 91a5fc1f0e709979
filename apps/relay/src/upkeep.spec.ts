import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { topics } from '#libs/contracts';
import type { RefillRequest } from '#libs/event-log';
import { createLogger, Metrics } from '#libs/platform';
import { RelaySignals } from './relay-signals.js';
import { LaneHolds } from './shipping/lane-holds.js';
import { LogEnds } from './shipping/log-ends.js';
import type { LaneVerdict } from './tails/judge-lane.js';
import { Upkeep } from './upkeep.js';

describe('the upkeep of a relay', () => {
  let now: number;
  let epoch: number | undefined;
  let isConfirmed: boolean;
  let verdicts: Map<number, LaneVerdict>;
  /** So many comparisons fail first. */
  let failing: number;
  let asked: RefillRequest[];
  /** When the topics were compared. */
  let compared: number[];
  /** Where lanes were sent back to. */
  let rewound: [number, number][];
  let holds: LaneHolds;
  let upkeep: Upkeep;
  /** Called at each look for refills, that is every quarter of a second: the only time that passes here. */
  let onLook: () => void;

  beforeEach(() => {
    [now, epoch, isConfirmed, failing, asked, compared, rewound] = [100_000, 1, true, 0, [], [], []];
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    verdicts = new Map();
    holds = new LaneHolds();
    upkeep = new Upkeep({
      lease: {
        get epoch() {
          return epoch;
        },
      },
      cursors: { rewind: (targets) => Promise.resolve([...targets].map((each) => (rewound.push(each), each[0]))) },
      holds,
      ends: new LogEnds(),
      inbox: {
        restart: () => undefined,
        read: (waitMs) => {
          now += waitMs;
          onLook();
          return Promise.resolve({ requests: asked.splice(0), malformed: 0 });
        },
      },
      comparison: { rewindAfter: () => Promise.resolve(7) },
      guard: {
        confirmation: () => Promise.resolve(isConfirmed ? { by: 'relay', reason: 'spec' } : undefined),
        compare: () => {
          if (failing-- > 0) return Promise.reject(new Error('no broker'));
          compared.push(now);
          isConfirmed = true;
          return Promise.resolve(verdicts);
        },
      },
      signals: new RelaySignals(new Metrics(), createLogger({ app: 'spec', level: 'silent' }), {
        cursors: () => Promise.resolve([]),
        held: () => [],
        isOwner: () => true,
        isConfirmed: () => isConfirmed,
      }),
    });
  });

  afterEach(() => void jest.restoreAllMocks());

  /** So many seconds pass; `meanwhile` is called at each look. */
  async function pass(seconds: number, meanwhile: () => void = () => undefined): Promise<void> {
    const stop = new AbortController();
    const end = now + seconds * 1_000;
    onLook = () => {
      meanwhile();
      if (now >= end) stop.abort();
    };
    await upkeep.run(stop.signal);
  }

  it('compares the topics with the journal before anything is shipped, and every minute from then on', async () => {
    expect(upkeep.comparedEpoch).toBeUndefined();
    await pass(125);
    expect(upkeep.comparedEpoch).toBe(1);
    expect(compared).toEqual([100_000, 160_000, 220_000]);
  });

  it('compares them again as soon as a request has failed', async () => {
    await pass(10, () => now === 105_000 && upkeep.compareSoon());
    expect(compared).toEqual([100_000, 105_000]);
  });

  it('compares them again when it owns the lanes anew: another relay may have shipped meanwhile', async () => {
    await pass(5, () => now === 103_000 && (epoch = 3));
    expect(compared).toEqual([100_000, 103_000]);
    expect(upkeep.comparedEpoch).toBe(3);
  });

  it('compares them again when the journal was started anew', async () => {
    await pass(5, () => now === 103_000 && (isConfirmed = false));
    expect(compared).toEqual([100_000, 103_000]);
  });

  it('looks more often at lanes that are closed, and ships them once they are sound', async () => {
    verdicts = new Map([[4, { hold: 'LANE_AHEAD_OF_JOURNAL' }]]);
    await pass(12, () => now === 108_000 && verdicts.set(4, {}));
    expect(compared).toEqual([100_000, 105_000, 110_000]);
    expect(holds.list()).toEqual([]);
  });

  it('says that a lane is ahead of the journal for as long as it is', async () => {
    verdicts = new Map([[4, { hold: 'LANE_AHEAD_OF_JOURNAL' }]]);
    await pass(12);
    expect(holds.list()).toEqual([{ lane: 4, reason: 'LANE_AHEAD_OF_JOURNAL' }]);
  });

  it('sends a lane back to where its topics end', async () => {
    verdicts = new Map([
      [5, { rewindTo: 12 }],
      [6, {}],
    ]);
    await pass(1);
    expect(rewound).toEqual([[5, 12]]);
  });

  it('sends a lane back when a confirmation showed that records were lost, and works on it as long as that takes', async () => {
    await pass(1, () => {
      if (now !== 100_500) return;
      upkeep.lost({ topic: topics.referral, lane: 8, before: 3 });
      expect(upkeep.isRecovering(8)).toBe(true);
    });
    expect(rewound).toEqual([[8, 7]]);
    expect(upkeep.isRecovering(8)).toBe(false);
  });

  it('serves a refill at once, and the next one of the lane after a while', async () => {
    const ask = (after: number): void => void asked.push({ consumer: 'spec.v1', lane: 9, after });
    await pass(6, () => {
      if (now === 100_250) ask(20);
      if (now === 100_500) ask(21);
    });
    expect(rewound).toEqual([
      [9, 20],
      [9, 21],
    ]);
  });

  it('tries again while the topics cannot be reached, and ships nothing before they were compared', async () => {
    failing = 2;
    await pass(1, () => expect(upkeep.comparedEpoch).toBe(1));
    expect(failing).toBe(-1);
    expect(compared).toHaveLength(1);
  });
});
