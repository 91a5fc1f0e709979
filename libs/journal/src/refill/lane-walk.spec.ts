import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BusEvent, decodeMeta, leafOfEvent, NO_LEAF } from '#libs/contracts';
import { LaneHistory } from '#libs/testing';
import { type Flaw, type LaneEnd, LaneWalk, type TopicRecord } from './lane-walk.js';

const received: BusEvent = { type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: null } };
const graded: BusEvent = {
  type: 'PrioritySet',
  data: {
    side: 'SENDER',
    by: 'US-CLEAR',
    level: 'P2',
    reasons: ['LIVE_ABUSE'],
    rules: '1',
    riskAssessment: null,
    externalPriority: null,
  },
};
const refused: BusEvent = {
  type: 'CommandRefused',
  data: { command: 'AcceptReferral', target: null, code: 'REFERRAL_NOT_OPEN', details: {} },
};

const historyOf = (commands: readonly (readonly BusEvent[])[]): LaneHistory => {
  const history = new LaneHistory(4);
  commands.forEach((events, index) => history.appendCommand(events, `key-${index}`));
  return history;
};

/** The rows as the topics hold them. */
const recordsOf = ({ rows }: LaneHistory): TopicRecord[] =>
  rows.map((row) => {
    const { after, previous } = decodeMeta(row);
    return { ...row, after, previous, leaf: leafOfEvent(row) };
  });

function endAt(history: LaneHistory, position: number): LaneEnd {
  const past = history.fork(position);
  const last = past.rows.at(-1);
  return {
    position,
    vector: past.vector,
    head: last ? leafOfEvent(last) : NO_LEAF,
    acceptedAt: last ? decodeMeta(last).acceptedAt : 0,
  };
}

/** What the walk gives when the records come one by one, with a look after each. */
function walked(begin: LaneEnd, records: readonly TopicRecord[]): { positions: number[]; flaw: Flaw | undefined } {
  const walk = new LaneWalk(begin);
  const positions: number[] = [];
  for (const record of records) {
    walk.offer(record);
    positions.push(...walk.take().flatMap((command) => command.map((each) => each.record.position)));
  }
  const { rest, flaw } = walk.finish();
  positions.push(...rest.map(({ record }) => record.position));
  return { positions, flaw };
}

const commandsArbitrary = fc.array(
  fc.array(fc.constantFrom(received, graded, refused), { minLength: 1, maxLength: 3 }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

/** A history, where an older copy of its journal ends, and which of its records the topics still hold: in any order, some twice. */
const lossArbitrary = commandsArbitrary.chain((commands) => {
  const history = historyOf(commands);
  const places = history.rows.map((_, index) => index);
  const cuts = commands.map((_, index) => commands.slice(0, index).flat().length);
  const left = fc.oneof(
    fc.constant(places),
    fc.subarray(places),
    fc.nat({ max: places.length - 1 }).map((lost) => places.filter((place) => place !== lost)),
    fc.nat({ max: places.length }).map((end) => places.slice(0, end)),
  );
  return fc.record({
    history: fc.constant(history),
    cut: fc.constantFrom(...cuts),
    order: left.chain((some) => fc.shuffledSubarray([...some, ...some], { minLength: some.length })),
    whole: fc.constant(new Set([...cuts, places.length])),
  });
});

describe('a refill of a lane', () => {
  it('brings back the longest beginning that is gapless, and lets the lane go on only where nothing can be used again', () =>
    fc.assert(
      fc.property(lossArbitrary, ({ history, cut, order, whole }) => {
        const all = recordsOf(history);
        const offered = order.flatMap((place) => all[place] ?? []);
        const there = new Set(offered.map(({ position }) => position));
        let reached = cut;
        while (there.has(reached + 1)) reached += 1;

        const { positions, flaw } = walked(endAt(history, cut), offered);

        expect(positions).toEqual(Array.from({ length: reached - cut }, (_, index) => cut + 1 + index));
        if (flaw) expect(flaw.at).toBe(reached + 1);
        else for (const position of there) expect(position).toBeLessThanOrEqual(reached);
        expect(flaw === undefined).toBe(whole.has(reached) && Math.max(cut, ...there) === reached);
      }),
    ));

  it('stops before a position that was used twice, wherever and whenever the other record comes', () =>
    fc.assert(
      fc.property(lossArbitrary, fc.nat(), fc.nat(), ({ history, cut, order }, choice, when) => {
        const all = recordsOf(history);
        const forkedAt = cut + (choice % (all.length - cut));
        const fork = history.fork(forkedAt).appendCommand([refused], 'another key', 7);
        const other = recordsOf(fork)[forkedAt];
        const offered = order.flatMap((place) => all[place] ?? []);
        const twice = all[forkedAt];
        if (!other || !twice) throw new Error('no fork');
        offered.splice(when % (offered.length + 1), 0, other);
        offered.push(twice);

        const { positions, flaw } = walked(endAt(history, cut), offered);

        expect(flaw?.at).toBeLessThanOrEqual(forkedAt + 1);
        // Whole commands may have been taken before the other record came: they are the plan's to cut off.
        const sound = positions.filter((position) => position < (flaw?.at ?? 0));
        expect(sound).toEqual(Array.from({ length: sound.length }, (_, index) => cut + 1 + index));
      }),
    ));

  it('is not taken in by records that do not follow the journal', () => {
    const history = historyOf([[received], [received], [received]]);
    const other = recordsOf(history.fork(1).append([graded, received]));
    const found = walked(endAt(history, 2), other);
    expect(found).toEqual({ positions: [], flaw: { at: 3, reason: 'CHAIN_BROKEN' } });
  });

  it('says that it ends inside a command, and brings what there is of it', () => {
    const history = historyOf([[received], [received, graded]]);
    expect(walked(endAt(history, 1), recordsOf(history).slice(0, 2))).toEqual({
      positions: [2],
      flaw: { at: 3, reason: 'INSIDE_COMMAND' },
    });
  });

  it('stops at an event that it cannot read, and tells one of a newer version', () => {
    const spoilt = new LaneHistory(4).append([received]).appendSpoilt(received).append([received]);
    expect(walked(endAt(spoilt, 0), recordsOf(spoilt)).flaw).toEqual({ at: 2, reason: 'UNREADABLE' });
    const [first, second] = recordsOf(historyOf([[received], [received]]));
    if (!first || !second) throw new Error('two records');
    const newer = { ...second, fingerprint: Buffer.alloc(32, 9) };
    expect(walked(endAt(historyOf([]), 0), [first, newer]).flaw).toEqual({ at: 2, reason: 'SCHEMA_UNKNOWN' });
    const elsewhere = { ...second, key: 'PH.4.another' };
    expect(walked(endAt(historyOf([]), 0), [first, elsewhere]).flaw).toEqual({ at: 2, reason: 'UNREADABLE' });
  });
});
