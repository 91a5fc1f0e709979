import { beforeEach, describe, expect, it } from '@jest/globals';
import { leafOf, NO_LEAF, type Topic, topics } from '#libs/contracts';
import { ConsumerSignals, type LogRecord } from '#libs/event-log';
import { createLogger, Metrics } from '#libs/platform';
import { LaneBoard } from './lane-board.js';
import { START } from './lane-merge.fixtures.js';

const { referral, escalation } = topics;
const FULL = 500;

/** A lane's own events of one topic, one after the other, from `position` on. */
function run(lane: number, { position = 1, count = 1, bytes = 1 }): LogRecord[] {
  const fingerprint = Buffer.alloc(32);
  const content = Buffer.alloc(bytes);
  const leaf = leafOf(fingerprint, content);
  return Array.from({ length: count }, (_, index) => {
    const at = position + index;
    const previous = at === 1 ? NO_LEAF : leaf;
    const after = at === 1 ? [] : [at - 1];
    const place = { lane, position: at, offset: at - 1, after, previous };
    return { topic: referral, key: 'leg', fingerprint, bytes: content, leaf, ...place };
  });
}

describe('mailboxes', () => {
  /** What the board said to its source, as `word lane topic`. */
  let said: string[];
  let worked: number[];
  /** From where a lane was read last. */
  let from: Partial<Record<Topic, number>>;
  let board: LaneBoard;

  beforeEach(() => {
    said = [];
    worked = [];
    const say = (word: string) => (lane: number, topic?: Topic) =>
      void said.push(topic === undefined ? `${word} ${lane}` : `${word} ${lane} ${topic}`);
    board = new LaneBoard({
      topics: [referral, escalation],
      source: {
        onAssigned: () => undefined,
        locate: async () => undefined,
        readFrom: (lane, offsets) => {
          say('read')(lane);
          from = Object.fromEntries(offsets);
        },
        hold: say('hold'),
        pause: say('pause'),
        resume: say('resume'),
        ends: () => Promise.resolve(new Map()),
        hint: () => Promise.resolve(),
      },
      signals: new ConsumerSignals('spec.v1', {
        metrics: new Metrics(),
        logger: createLogger({ app: 'spec', level: 'silent' }),
      }),
      compareAgain: false,
      onWork: (lane) => worked.push(lane),
      onStopped: () => undefined,
    });
  });

  const open = (lane: number): void => {
    board.open({ ...START, lane, letters: 0 });
    said = [];
  };
  const file = (lane: number, what: { position?: number; count?: number; bytes?: number }): void =>
    board.file({ topic: referral, lane, records: run(lane, what), highWatermark: 0 });

  it('read nothing more of a topic of which as many records wait as they hold, until some are taken', () => {
    open(1);
    file(1, { count: FULL - 1 });
    expect(said).toEqual([]);
    file(1, { position: FULL });
    expect(said).toEqual([`pause 1 ${referral}`]);
    expect(board.take([1], 1)).toMatchObject([{ lane: 1, from: 0, records: [{ position: 1 }] }]);
    expect(said).toEqual([`pause 1 ${referral}`, `resume 1 ${referral}`]);
  });

  it('are bounded in bytes too', () => {
    open(1);
    file(1, { bytes: 128 * 1024 });
    expect(said).toEqual([`pause 1 ${referral}`]);
  });

  it('are looked into from a little before the offset on: it may count the records of another topic', () => {
    board.open({ ...START, lane: 1, letters: 0, offsets: [20, 3] });
    expect(from).toEqual({ [referral]: 16, [escalation]: 0 });
  });

  it('are looked into again where nothing came since the last look', () => {
    for (const lane of [1, 2, 3]) open(lane);
    for (const lane of [1, 2]) file(lane, { count: 20 });
    board.lookBack();
    expect(said).toEqual([]);
    file(2, { position: 21 });
    board.take([1], 20);
    board.lookBack();
    expect(said).toEqual(['read 1', 'read 3']);
    board.lookBack();
    expect(from).toEqual({ [referral]: 0, [escalation]: 0 });
  });

  it('hold nobody else up: another lane is read and applied as ever', () => {
    open(1);
    open(2);
    file(1, { position: 2, count: 1 }); // waits for the first, which does not come
    file(2, { count: FULL });
    expect(worked).toEqual([2]);
    expect(board.take([1, 2], 1_000).map(({ lane, records }) => [lane, records.length])).toEqual([[2, FULL]]);
    expect(said).toEqual([`pause 2 ${referral}`, `resume 2 ${referral}`]);
  });

  it('give every lane its share of a transaction, and what some leave of theirs to the others', () => {
    for (const lane of [1, 2, 3, 4]) open(lane);
    for (const lane of [1, 2]) file(lane, { count: FULL });
    file(3, { count: 2 });
    file(4, { count: 40 });
    const taken = board.take([1, 2, 3, 4], 200).map(({ lane, records }) => [lane, records.length]);
    expect(taken).toEqual([
      [3, 2],
      [4, 40],
      [1, 79],
      [2, 79],
    ]);
  });

  it('give one record of each lane where there are more lanes than a transaction has', () => {
    for (const lane of [1, 2, 3]) open(lane);
    for (const lane of [1, 2, 3]) file(lane, { count: 5 });
    expect(board.take([1, 2, 3], 2).map(({ records }) => records.length)).toEqual([1, 1, 1]);
  });

  it('of all lanes together are bounded, and what nothing waits of is read all the same', () => {
    const largest = 128 * 1024 - 1;
    const lanes = Array.from({ length: 257 }, (_, lane) => lane);
    lanes.forEach(open);
    for (const lane of lanes) file(lane, { bytes: largest });
    expect(said).toEqual([`pause 256 ${referral}`]); // 256 of them are just below 32 MiB
    said = [];
    board.file({ topic: escalation, lane: 3, records: [], highWatermark: 0 });
    expect(said).toEqual([]);
    board.take([256], 1);
    expect(said).toEqual([`resume 256 ${referral}`]);
  });

  it('give back what they held when their lane is taken away, and are read from the checkpoint again', () => {
    const lanes = Array.from({ length: 256 }, (_, lane) => lane);
    for (let round = 0; round < 3; round++) {
      lanes.forEach(open);
      for (const lane of lanes) file(lane, { bytes: 128 * 1024 - 1 });
      expect(said).toEqual([]);
      for (const lane of lanes) board.forget(lane);
    }
    expect(board.merges).toEqual([]);
    file(5, {});
    expect(board.take([5], 1)).toEqual([]);
    board.open({ ...START, lane: 5, letters: 0 });
    expect(said.at(-1)).toBe('read 5');
  });
});
