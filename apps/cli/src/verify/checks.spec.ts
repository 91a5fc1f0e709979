import { describe, expect, it } from '@jest/globals';
import { decodeEvent, encodeEvent, leafOfEvent, type Meta, NO_LEAF } from '#libs/contracts';
import { acceptedOf, leg, type Leg, plainSubmission } from '#libs/domain';
import { writeState } from '#libs/journal';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import { type JournalRow, LaneCheck } from './journal-check.js';
import { LedgerCheck } from './ledger-check.js';
import { TopicsCheck } from './topics-check.js';

const key = 'PH.4.0198c1f0-0000-7000-8000-000000000001';
const party = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };

/** A sound lane: a submission, then `received` once more per row. */
function history(rows = 4, change: (meta: Meta, at: number) => Partial<Meta> = () => ({})): JournalRow[] {
  const made: JournalRow[] = [];
  let previous: Buffer = NO_LEAF;
  for (let position = 1; position <= rows; position++) {
    const meta: Meta = {
      eventId: `0198c1f0-0000-7000-8000-00000000010${position}`,
      stream: `referral/${key}`,
      leg: key,
      lane: 4,
      position,
      ordinal: 1,
      of: 1,
      after: position === 1 ? [] : [position - 1],
      previous,
      acceptedAt: 1000 + position,
      claimedAt: null,
      actor: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', client: 'c', person: null },
      correlation: '0198c1f0-0000-7000-8000-000000000003',
      causation: null,
      command: null,
      synthetic: false,
    };
    const said = { ...meta, ...change(meta, position) };
    const encoded =
      position === 1
        ? encodeEvent(
            {
              type: 'ReferralSubmitted',
              data: {
                ...plainSubmission,
                rules: null,
                from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
                to: party,
                reference: 'R-1',
                reporter: null,
                incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
                files: [],
                nexus: [],
                subjects: [],
              },
            },
            said,
          )
        : encodeEvent({ type: 'ReferralReceived', data: { by: 'PH-WCPC' } }, said);
    made.push({ lane: 4, position, topic: 0, key, ...encoded });
    previous = leafOfEvent(encoded);
  }
  return made;
}

function findingsOf(
  rows: JournalRow[],
  { stored = rows.length, state }: { stored?: number; state?: string } = {},
): string[] {
  const check = new LaneCheck(4);
  let fold: Leg = leg.initialState();
  for (const row of rows) {
    check.add(row);
    const { meta, ...event } = decodeEvent(row);
    fold = leg.evolve(fold, event, acceptedOf(meta));
  }
  const last = rows.at(-1);
  check.end(
    { position: stored, vector: [rows.length], head: last ? leafOfEvent(last) : NO_LEAF },
    new Map([[key, state ?? writeState(leg, fold)]]),
  );
  return check.findings.list().map(({ kind }) => kind);
}

describe('the check of the journal', () => {
  it('finds nothing in a sound lane', () => expect(findingsOf(history())).toEqual([]));
  it('finds a missing event', () =>
    expect(findingsOf(history().filter(({ position }) => position !== 3))).toContain('lost'));
  it('finds a missing last event', () => expect(findingsOf(history().slice(0, 3), { stored: 4 })).toContain('lost'));
  it('finds two events changed about', () =>
    expect(findingsOf([0, 2, 1, 3].flatMap((at) => history()[at] ?? []))).toContain('out of order'));
  it('finds a broken chain', () =>
    expect(findingsOf(history(4, (_, at) => (at === 3 ? { previous: NO_LEAF } : {})))).toContain('out of order'));
  it('finds a wrong vector', () =>
    expect(findingsOf(history(4, (_, at) => (at === 3 ? { after: [1] } : {})))).toContain('out of order'));
  it('finds a time that goes back', () =>
    expect(findingsOf(history(4, (_, at) => (at === 3 ? { acceptedAt: 5 } : {})))).toContain('out of order'));
  it('finds half a command', () =>
    expect(findingsOf(history(4, (_, at) => (at === 4 ? { of: 2 } : {})))).toContain('lost'));
  it('finds an event that stands twice', () =>
    expect(
      findingsOf(history(4, (_, at) => (at === 4 ? { eventId: '0198c1f0-0000-7000-8000-000000000101' } : {}))),
    ).toContain('doubled'));
  it('finds a state that is not its fold', () =>
    expect(findingsOf(history(), { state: '{"v":1,"state":{}}' })).toContain('other'));
});

describe('the check of the topics', () => {
  const leaves = history().map(leafOfEvent);
  const found = (
    positions: number[],
    leafOf = (position: number): Buffer => leaves[position - 1] ?? NO_LEAF,
  ): string[] => {
    const check = new TopicsCheck((_, position) => leaves[position - 1]);
    positions.forEach((position, offset) =>
      check.add({
        topic: 'bus.referral.v1',
        lane: 4,
        offset,
        key,
        position,
        after: [],
        previous: NO_LEAF,
        fingerprint: NO_LEAF,
        bytes: NO_LEAF,
        leaf: leafOf(position),
      }),
    );
    check.end(4, leaves.length);
    return check.findings.list().map(({ kind }) => kind);
  };
  it('finds nothing where all is there, also when the relay repeated', () =>
    expect(found([1, 2, 1, 2, 3, 4])).toEqual([]));
  it('finds a record that is missing', () => expect(found([1, 2, 4])).toEqual(['lost']));
  it('finds first appearances out of order', () => expect(found([1, 3, 2, 4])).toEqual(['out of order']));
  it('finds other bytes', () =>
    expect(found([1, 2, 3, 4], (position) => (position === 2 ? NO_LEAF : (leaves[position - 1] ?? NO_LEAF)))).toEqual([
      'other',
    ]));
  it('finds a record that the journal lacks', () => expect(found([1, 2, 3, 4, 5])).toEqual(['other']));
});

describe('the check of what agencies were told', () => {
  const told = (change: Partial<LedgerEntry> = {}): LedgerEntry => ({
    at: '2026-11-24T00:00:00Z',
    agency: 'US-CLEAR',
    command: 'SubmitReferral',
    key: 'k',
    target: null,
    reference: 'R-1',
    status: 201,
    code: null,
    id: key,
    digest: 'd',
    position: null,
    ...change,
  });
  const found = (entries: LedgerEntry[], journal = { has: () => true, submissionsOf: () => 1 }): string[] => {
    const check = new LedgerCheck();
    entries.forEach((entry) => check.add(entry));
    check.end(journal);
    return check.findings.list().map(({ kind }) => kind);
  };
  it('finds nothing where answers stand and repeat', () =>
    expect(found([told({ status: 0, id: null }), told(), told()])).toEqual([]));
  it('finds an accepted referral that is gone', () =>
    expect(found([told()], { has: () => false, submissionsOf: () => 1 })).toEqual(['lost']));
  it('finds a key with two effects', () => expect(found([told(), told({ id: 'another' })])).toContain('doubled'));
  it('finds a submission that stands twice', () =>
    expect(found([told()], { has: () => true, submissionsOf: () => 2 })).toEqual(['doubled']));
  it('finds an answer that was not repeated', () => expect(found([told(), told({ digest: 'e' })])).toEqual(['other']));
});
