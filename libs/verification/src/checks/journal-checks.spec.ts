import { describe, expect, it } from '@jest/globals';
import { type BusEvent, type Meta, NO_LEAF } from '#libs/contracts';
import { firstRulebook } from '#libs/domain';
import {
  accepted,
  acknowledged,
  eventId,
  graded,
  HISTORY,
  keyDigest,
  kinds,
  laneOf,
  laneRowOf,
  LANE,
  read,
  received,
  statesOf,
  submitted,
} from '../lane.fixtures.js';
import type { JournalRow } from '../journal-row.js';
import type { ClockRules, StoredClock } from './clock-times.js';

const at = (position: number, change: (meta: Meta) => Partial<Meta>) => (meta: Meta) =>
  meta.position === position ? change(meta) : {};

describe('the order of a lane', () => {
  const found = (rows: readonly JournalRow[], row = laneRowOf(laneOf())): string[] =>
    kinds(read(rows, { row }).report, 'order');

  it('is sound where every event follows the one before', () => expect(found(laneOf())).toEqual([]));
  it('shows a missing event', () =>
    expect(found(laneOf().filter(({ position }) => position !== 3))).toContain('lost-write'));
  it('shows a missing last event', () => expect(found(laneOf().slice(0, -1))).toContain('lost-write'));
  it('shows two events changed about', () => {
    const [first, second, ...rest] = laneOf();
    expect(found([second, first, ...rest].filter((row) => row !== undefined))).toContain('lost-write');
  });
  it('shows a broken chain', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ previous: NO_LEAF })),
        ),
      ),
    ).toContain('broken-chain'));
  it('shows an `after` that is not the vector', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ after: [1] })),
        ),
      ),
    ).toContain('broken-chain'));
  it('shows a time that goes back', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ acceptedAt: 5 })),
        ),
      ),
    ).toContain('time-backwards'));
  it('shows half a command', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ of: 2 })),
        ),
      ),
    ).toContain('half-command'));
  it('shows half a command at the end', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(8, () => ({ of: 2 })),
        ),
      ),
    ).toContain('half-command'));
  it('shows an event that says another place', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ lane: LANE + 1 })),
        ),
      ),
    ).toContain('inconsistent-offsets'));
  it('shows an event of another referral than its key', () =>
    expect(
      found(
        laneOf(
          HISTORY,
          at(5, () => ({ leg: 'PH.4.other' })),
        ),
      ),
    ).toContain('inconsistent-offsets'));
  it('shows a lane whose own row was left behind', () =>
    expect(found(laneOf(), { ...laneRowOf(laneOf()), vector: [8] })).toEqual(['broken-chain']));
});

describe('events and keys', () => {
  it('stand once each', () => expect(kinds(read(laneOf()).report, 'K2')).toEqual([]));
  it('show an event that stands twice', () =>
    expect(
      kinds(
        read(
          laneOf(
            HISTORY,
            at(5, () => ({ eventId: eventId(1) })),
          ),
        ).report,
        'K2',
      ),
    ).toEqual(['duplicate']));
  it('show a second command under one key', () => {
    const command = { digestKey: 'k', key: keyDigest(0), request: keyDigest(0), keyTime: null };
    expect(
      kinds(
        read(
          laneOf(
            HISTORY,
            at(5, () => ({ command })),
          ),
        ).report,
        'K2',
      ),
    ).toEqual(['duplicate']);
  });
});

describe('stored states', () => {
  const found = (rows: readonly JournalRow[], states = statesOf(rows)): string[] =>
    kinds(read(rows, { states }).report, 'fold');

  it('are the fold of their events', () => expect(found(laneOf())).toEqual([]));
  it('show one that is a step behind', () =>
    expect(found(laneOf(), statesOf(laneOf().slice(0, -1)))).toEqual(['other-state']));
  it('show one with another content', () => {
    const [first, ...rest] = statesOf(laneOf());
    expect(found(laneOf(), [{ key: '', position: 0, clock: null, ...first, text: '{}' }, ...rest])).toEqual([
      'other-state',
    ]);
  });
  it('show one that is missing', () => expect(found(laneOf(), statesOf(laneOf()).slice(1))).toEqual(['lost-write']));
  it('show one without an event', () =>
    expect(found(laneOf(), [...statesOf(laneOf()), { key: 'PH.4.none', position: 1, text: '', clock: null }])).toEqual([
      'G1a',
    ]));
  it('show an event that its history does not allow, even where the fold looks the same', () =>
    expect(found(laneOf([[[submitted]], [[received]], [[received]]]))).toEqual(['illegal-history']));
  it('show a decision on a state that was no longer', () =>
    expect(found(laneOf([[[submitted]], [[acknowledged]], [[accepted]], [[accepted]]]))).toEqual(['illegal-history']));
  it('takes a command of several events by what the table says of the whole', () => {
    const asked = { requester: { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' }, note: null, rules: null } as const;
    const onward = { leg: 'GB.13.0198c1f0-0000-7000-8000-0000000000a1', by: 'PH-WCPC', note: null, rules: null };
    const transfer: BusEvent[] = [
      { type: 'TransferApproved', data: { ...onward, requester: 'GB-NCP' } },
      {
        type: 'ReferralForwarded',
        data: {
          ...{ ...onward, to: asked.requester, hop: 1, priority: 'P3', priorityReasons: [] },
          ...{ handover: false, reason: null, obligation: null },
        },
      },
    ];
    const request: BusEvent = { type: 'TransferRequested', data: { ...asked, reason: 'AGREED' } };
    expect(found(laneOf([[[submitted]], [[received]], [[request]], [transfer]]))).toEqual([]);
    expect(found(laneOf([[[submitted]], [[request]], [transfer]]))).toEqual(['illegal-history']);
  });
});

describe('clocks', () => {
  const open = laneOf([[[submitted, graded]], [[submitted, graded], 2], [[received], 2]]);
  const found = (
    change: (clock: StoredClock | null) => StoredClock | null,
    rules: ClockRules = firstRulebook,
  ): string[] => {
    const states = statesOf(open).map((state) => ({ ...state, clock: change(state.clock) }));
    return kinds(read(open, { states, rules }).report, 'clocks');
  };
  it('are what the states say', () => expect(found((clock) => clock)).toEqual([]));
  it('show one that is missing', () => expect(found(() => null)).toEqual(['lost-write', 'lost-write']));
  it('show one at another time or level', () => {
    expect(found((clock) => clock && { ...clock, at: clock.at + 1 })).toEqual(['other-state', 'other-state']);
    expect(found((clock) => clock && { ...clock, level: 1 })).toEqual(['other-state', 'other-state']);
  });
  it('show one of a leg that has come to its end', () => {
    const states = statesOf(laneOf()).map((state) => ({ ...state, clock: { at: 1, level: 3 } }));
    expect(kinds(read(laneOf(), { states }).report, 'clocks')).toContain('other-state');
  });
  it('are not judged while somebody has to compare them', () => expect(found(() => null, null)).toEqual([]));
});

describe('held keys', () => {
  const held = HISTORY.map((_, command) => ({ digest: keyDigest(command), lane: LANE, base: 0, standing: false }));
  const found = (change: (keys: typeof held) => typeof held): string[] => {
    const { report, keys } = read(laneOf());
    for (const key of change(held)) keys.compare(key);
    keys.end();
    return kinds(report, 'keys');
  };
  it('each have their command', () => expect(found((keys) => keys)).toEqual([]));
  it('show a command whose key is gone', () => expect(found((keys) => keys.slice(1))).toEqual(['lost-write']));
  it('show a key whose command is gone', () =>
    expect(found((keys) => [...keys, { digest: Buffer.alloc(32, 99), lane: LANE, base: 3, standing: false }])).toEqual([
      'lost-write',
    ]));
  it('let a key stand whose command changed nothing', () =>
    expect(found((keys) => [...keys, { digest: Buffer.alloc(32, 99), lane: LANE, base: 3, standing: true }])).toEqual(
      [],
    ));
  it('show a key that points behind its command', () =>
    expect(found((keys) => keys.map((key) => ({ ...key, base: 7 })))).toContain('inconsistent-offsets'));
});
