import { describe, expect, it } from '@jest/globals';
import { NO_LEAF, topics, TOPICS_IN_USE } from '#libs/contracts';
import { leg } from '#libs/domain';
import { rootOfLeaves } from '#libs/transparency';
import { AGENCY_VIEWS, type ConsumerLane, type ParkedEvent } from '../consumers.js';
import { chronicleOf, eventId, kinds, laneOf, LANE, referral, standingAt } from '../lane.fixtures.js';
import { facetOf } from '../lanes/facet.js';
import { Report } from '../report.js';
import { ConsumerAccount } from './consumer-accounts.js';
import { ShownEvents, type ShownEvent } from './shown-events.js';
import { ShownReferrals, type ShownReferral } from './shown-referrals.js';
import { TrailEntries, type TrailEntry } from './trail-entries.js';

const rows = laneOf();
const chronicle = chronicleOf(rows);
const NOBODY: ReadonlyMap<string, number> = new Map();

describe('the timeline of a lane', () => {
  const sound: ShownEvent[] = rows.map(({ position, key }) => ({
    referral: key,
    position,
    eventId: eventId(position),
    type: chronicle.typeOf(position - 1) ?? '',
  }));
  const found = (shown: readonly ShownEvent[], { upTo = rows.length, parked = NOBODY } = {}): string[] => {
    const report = new Report();
    const check = new ShownEvents(AGENCY_VIEWS, chronicle, standingAt(upTo, rows), parked, report);
    shown.forEach((each) => check.add(each));
    check.end();
    return (['K2', 'K3', 'K4'] as const).flatMap((id) => kinds(report, id).map((kind) => `${id} ${kind}`));
  };
  const changed = (position: number, change: Partial<ShownEvent>): ShownEvent[] =>
    sound.map((each) => (each.position === position ? { ...each, ...change } : each));

  it('is sound where every event is there once', () => expect(found(sound)).toEqual([]));
  it('may end where the consumer stands', () => expect(found(sound.slice(0, 5), { upTo: 5 })).toEqual([]));
  it('shows an event that was passed', () =>
    expect(found(sound.filter(({ position }) => position !== 3))).toEqual(['K3 poll-skip']));
  it('shows an event that is there twice', () =>
    expect(found([...sound, { ...sound[2], position: 99 } as ShownEvent])).toEqual(['K2 duplicate']));
  it('shows an event in another place', () =>
    expect(found(changed(3, { position: 33 }))).toEqual(['K3 nonmonotonic-poll']));
  it('shows a row without an event', () =>
    expect(
      found([...sound, { referral: referral(1), position: 99, eventId: eventId(99), type: 'ReferralReceived' }]),
    ).toEqual(['K4 G1a']));
  it('shows an event of another referral', () =>
    expect(found(changed(3, { referral: referral(1) }))).toEqual(['K3 poll-skip', 'K4 G1a']));
  it('shows an event under another name', () =>
    expect(found(changed(3, { type: 'PrioritySet' }))).toEqual(['K3 other-state']));
  it('shows an effect beyond the checkpoint', () =>
    expect(found(sound, { upTo: 7 })).toEqual(['K3 nonmonotonic-poll']));
  it('misses nothing of a parked referral from where it is parked', () =>
    expect(
      found(
        sound.filter(({ referral: key, position }) => key !== referral(2) || position < 7),
        { parked: new Map([[referral(2), 7]]) },
      ),
    ).toEqual([]));
  it('shows an event that overtook a parked one', () =>
    expect(found(sound, { parked: new Map([[referral(1), 5]]) })).toContain('K3 nonmonotonic-poll'));
});

describe('the referrals of a lane', () => {
  const plain = { ...facetOf(leg.initialState()), release: null, sender: 'P3', version: 1 };
  const sound: ShownReferral[] = [
    { ...plain, id: referral(1), position: 8, status: 'ACCEPTED', scope: 'FULL' },
    { ...plain, id: referral(2), position: 7, status: 'RECEIVED' },
  ];
  const found = (shown: readonly ShownReferral[], { upTo = rows.length, parked = NOBODY } = {}): string[] => {
    const report = new Report();
    const check = new ShownReferrals(AGENCY_VIEWS, chronicle, standingAt(upTo, rows), parked, report);
    shown.forEach((each) => check.add(each));
    check.end();
    return (['K3', 'K4'] as const).flatMap((id) => kinds(report, id).map((kind) => `${id} ${kind}`));
  };
  const changed = (change: Partial<ShownReferral>): ShownReferral[] =>
    sound.map((each) => (each.id === referral(1) ? { ...each, ...change } : each));

  it('are as their events say', () => expect(found(sound)).toEqual([]));
  it('are as their events said, up to where the consumer stands', () =>
    expect(
      found(
        [
          { ...sound[0], position: 6, status: 'ACKNOWLEDGED', scope: null } as ShownReferral,
          { ...sound[1], position: 4, status: 'SUBMITTED' } as ShownReferral,
        ],
        { upTo: 6 },
      ),
    ).toEqual([]));
  it('show an older state', () => expect(found(changed({ status: 'RECEIVED' }))).toEqual(['K3 other-state']));
  it('show another priority', () => expect(found(changed({ sender: 'P1' }))).toEqual(['K3 other-state']));
  it.each([
    { scope: 'PARTIAL' },
    { reason: 'CAPACITY' },
    { asked: 'LOCATION' },
    { hold: 'AWAIT_INFO' },
    { withdrawal: 'FACTS_DISPROVED' },
    { onward: 'OFFERED' },
    { version: 2 },
    { consulting: true },
    { waiting: 1 },
  ])('show what was never said: %p', (change) => expect(found(changed(change))).toEqual(['K3 other-state']));
  it('show a change that the row does not know of', () =>
    expect(found(changed({ position: 6 }))).toEqual(['K3 other-state']));
  it('show one that is missing', () => expect(found(sound.slice(1))).toEqual(['K3 poll-skip']));
  it('show one without an event', () =>
    expect(found([...sound, { ...sound[0], id: referral(9) } as ShownReferral])).toEqual(['K4 G1a']));
  it('are as they were before the first parked event', () =>
    expect(
      found(changed({ position: 5, status: 'RECEIVED', scope: null }), { parked: new Map([[referral(1), 6]]) }),
    ).toEqual([]));
});

describe('the trail of a lane', () => {
  const sound: TrailEntry[] = rows.map(({ lane, position, key }) => ({
    lane,
    position,
    key,
    leaf: chronicle.leafOf(position - 1),
    type: chronicle.typeOf(position - 1),
    eventId: eventId(position),
  }));
  const leaves = sound.map(({ leaf }) => leaf);
  const tree = { size: rows.length, root: rootOfLeaves(leaves), head: leaves.at(-1) ?? NO_LEAF };
  const found = (entries: readonly TrailEntry[], stored: typeof tree | null = tree): string[] => {
    const report = new Report();
    const check = new TrailEntries(chronicle, standingAt(rows.length, rows), report);
    entries.forEach((each) => check.add(each));
    check.end(stored);
    return (['trail', 'K4'] as const).flatMap((id) => kinds(report, id));
  };
  const changed = (position: number, change: Partial<TrailEntry>): TrailEntry[] =>
    sound.map((each) => (each.position === position ? { ...each, ...change } : each));

  it('has an entry an event, and the tree of their leaves', () => expect(found(sound)).toEqual([]));
  it('shows a missing entry', () =>
    expect(found(sound.filter(({ position }) => position !== 4))).toEqual(['poll-skip']));
  it('shows a missing last entry', () => expect(found(sound.slice(0, -1))).toEqual(['poll-skip']));
  it('shows an entry without an event', () =>
    expect(found([...sound, { ...sound[0], position: 99 } as TrailEntry])).toEqual(['G1a']));
  it('shows another leaf', () => expect(found(changed(4, { leaf: NO_LEAF }))).toEqual(['inconsistent-offsets']));
  it('shows another event', () => expect(found(changed(4, { eventId: eventId(5) }))).toEqual(['other-state']));
  it('shows a tree without a leaf', () =>
    expect(found(sound, { ...tree, size: tree.size - 1 })).toContain('lost-write'));
  it('shows a tree of other leaves', () =>
    expect(found(sound, { ...tree, root: rootOfLeaves([...leaves].reverse()) })).toEqual(['other-state']));
  it('shows that there is no tree', () => expect(found(sound, null)).toEqual(['lost-write']));
  it('knows the tree of more leaves than a block has', () => {
    const many = laneOf([
      [
        [...Array(2_500)].map(
          () =>
            ({ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } } }) as const,
        ),
      ],
    ]);
    const long = chronicleOf(many);
    const all = many.map((_, row) => long.leafOf(row));
    const report = new Report();
    const check = new TrailEntries(long, standingAt(many.length, many), report);
    many.forEach(({ lane, position, key }, row) =>
      check.add({ lane, position, key, leaf: long.leafOf(row), type: null, eventId: null }),
    );
    check.end({ size: all.length, root: rootOfLeaves(all), head: all.at(-1) ?? NO_LEAF });
    expect(kinds(report, 'trail')).toEqual([]);
  });
});

describe('the account of a consumer', () => {
  const all = { name: 'audit_trail', topics: TOPICS_IN_USE };
  const parkedAt = (position: number, change: Partial<ParkedEvent> = {}): ParkedEvent => {
    const row = rows[position - 1];
    if (!row) throw new RangeError('no such row');
    return { ...row, ...change };
  };
  const found = (
    applied: number,
    standing: ConsumerLane,
    parked: readonly ParkedEvent[] = [],
    consumer: typeof all = all,
  ): string[] => {
    const report = new Report();
    const account = new ConsumerAccount(consumer, chronicle, standing, report);
    parked.forEach((each) => account.park(each));
    account.end(applied);
    return (['K11', 'K4'] as const).flatMap((id) => kinds(report, id));
  };

  it('agrees where everything is applied', () => expect(found(8, standingAt(8, rows))).toEqual([]));
  it('agrees while some is in flight', () => expect(found(5, standingAt(5, rows))).toEqual([]));
  it('agrees over the topics that the consumer reads', () =>
    expect(found(6, { ...standingAt(8, rows), vector: [8, 4] }, [], { ...all, topics: [topics.referral] })).toEqual(
      [],
    ));
  it('shows an event too few', () => expect(found(7, standingAt(8, rows))).toEqual(['unaccounted']));
  it('shows an event too many', () => expect(found(6, standingAt(5, rows))).toEqual(['unaccounted']));
  it('counts what is parked', () => expect(found(7, standingAt(8, rows, { letters: 1 }), [parkedAt(7)])).toEqual([]));
  it('shows parked events that the checkpoint does not count', () =>
    expect(found(7, standingAt(8, rows), [parkedAt(7)])).toEqual(['unaccounted']));
  it('shows other bytes than were parked', () =>
    expect(found(7, standingAt(8, rows, { letters: 1 }), [parkedAt(7, { bytes: Buffer.of(1) })])).toEqual([
      'inconsistent-offsets',
    ]));
  it('shows a parked event that never was', () =>
    expect(found(8, standingAt(8, rows, { letters: 1 }), [parkedAt(7, { position: 99 })])).toContain('G1a'));
  it('shows a lane that stands still', () =>
    expect(found(8, standingAt(8, rows, { stopped: 'PREVIOUS_MISMATCH' }))).toEqual(['stopped']));
  it('shows a checkpoint with another leaf', () =>
    expect(found(8, standingAt(8, rows, { leaf: NO_LEAF }))).toEqual(['broken-chain']));
  it('shows a checkpoint with another vector', () =>
    expect(found(8, standingAt(8, rows, { vector: [8, 2] }))).toEqual(['broken-chain']));
  it('shows a checkpoint where the consumer has no event', () =>
    expect(found(2, { ...standingAt(4, rows), lane: LANE }, [], { ...all, topics: [topics.referral] })).toContain(
      'broken-chain',
    ));
});
