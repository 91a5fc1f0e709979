import {
  type BusEvent,
  decodeEvent,
  encodeEvent,
  leafOfEvent,
  type Meta,
  newestSchema,
  NO_LEAF,
  ordinalOf,
  topicAt,
} from '#libs/contracts';
import { acceptedOf, firstRulebook, leg, type Leg, plainSubmission, type Rules } from '#libs/domain';
import type { LogRecord } from '#libs/event-log';
import { levelNumber, writeState } from '#libs/journal';
import { advance, formatBusPosition, type LaneVector } from '#libs/kernel';
import { type ClockRules, ClockTimes, type StoredClock } from './checks/clock-times.js';
import { HeldKeys } from './checks/held-keys.js';
import { LaneOrder } from './checks/lane-order.js';
import { ClockWords } from './checks/clock-words.js';
import { JudgedBy } from './checks/judged-by.js';
import { SubmittedUnder } from './checks/submitted-under.js';
import { OnwardWords } from './checks/onward-words.js';
import { LegFolds, type StoredState } from './checks/leg-folds.js';
import { UniqueEvents } from './checks/unique-events.js';
import type { CheckId } from './check-ids.js';
import type { ConsumerLane } from './consumers.js';
import { uuidBytes } from './ids.js';
import type { JournalRow, LaneRow } from './journal-row.js';
import { Chronicle } from './lanes/chronicle.js';
import type { LedgerEntry } from './ledger/ledger-entry.js';
import { Report } from './report.js';

export const LANE = 4;
/** 2026-11-24T08:00:00Z */
export const NOW = 1_795_507_200_000;
const uuid = (n: number): string => `0198c1f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const referral = (n: number): string => `PH.${LANE}.${uuid(n)}`;
export const eventId = (position: number): string => uuid(1_000 + position);

export const submitted: BusEvent = {
  type: 'ReferralSubmitted',
  data: {
    ...plainSubmission,
    rules: null,
    priorityStanding: null,
    deliveryRules: null,
    concerned: null,
    waiverJudgedBy: null,
    obligation: null,
    from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
    to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
    reference: 'R-1',
    reporter: null,
    incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
    files: [],
    nexus: [],
    subjects: [],
  },
};
export const graded: BusEvent = {
  type: 'PrioritySet',
  data: {
    side: 'SENDER',
    by: 'US-CLEAR',
    level: 'P3',
    reasons: ['IDENTIFIED_SUSPECT'],
    rules: 'priority/1',
    riskAssessment: null,
    externalPriority: null,
  },
};
export const received: BusEvent = {
  type: 'ReferralReceived',
  data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } },
};
export const acknowledged: BusEvent = {
  type: 'ReferralAcknowledged',
  data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } },
};
export const accepted: BusEvent = {
  type: 'ReferralAccepted',
  data: {
    by: 'PH-WCPC',
    scope: 'FULL',
    reason: null,
    conditions: null,
    note: null,
    rules: { set: 'referral', version: 1 },
  },
};

/** A command: its events, and the number of its referral. */
export type Said = readonly [events: readonly BusEvent[], referral?: number];

export const HISTORY: readonly Said[] = [
  [[submitted, graded]],
  [[submitted, graded], 2],
  [[received]],
  [[acknowledged]],
  [[received], 2],
  [[accepted]],
];

/** A sound lane. `change` makes what an event says about itself something else. */
export function laneOf(
  history: readonly Said[] = HISTORY,
  change: (meta: Meta) => Partial<Meta> = () => ({}),
): JournalRow[] {
  const rows: JournalRow[] = [];
  let after: LaneVector = [];
  let previous: Buffer = NO_LEAF;
  for (const [command, [events, leg = 1]] of history.entries()) {
    for (const [at, event] of events.entries()) {
      const position = rows.length + 1;
      const topic = ordinalOf(newestSchema(event.type).topic);
      const meta = metaOf({ position, after, previous, leg, ordinal: at + 1, of: events.length, command });
      const encoded = encodeEvent(event, { ...meta, ...change(meta) });
      rows.push({ lane: LANE, position, topic, key: referral(leg), ...encoded });
      after = advance(after, topic, position);
      previous = leafOfEvent(encoded);
    }
  }
  return rows;
}

interface Place {
  readonly position: number;
  readonly after: LaneVector;
  readonly previous: Buffer;
  readonly leg: number;
  readonly ordinal: number;
  readonly of: number;
  readonly command: number;
}

function metaOf({ position, after, previous, leg, ordinal, of, command }: Place): Meta {
  return {
    eventId: eventId(position),
    stream: `referral/${referral(leg)}`,
    leg: referral(leg),
    lane: LANE,
    position,
    ordinal,
    of,
    after: [...after],
    previous,
    acceptedAt: NOW - 10_000 + position,
    claimedAt: null,
    actor: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', client: 'c', person: null },
    correlation: uuid(3),
    causation: null,
    command: { digestKey: 'k', key: keyDigest(command), request: keyDigest(command), keyTime: null },
    synthetic: false,
  };
}

/** Digest of the key of the command with this index. */
export const keyDigest = (command: number): Buffer => Buffer.alloc(32, command + 1);

/** The lane's own row after these. */
export function laneRowOf(rows: readonly JournalRow[]): LaneRow {
  const last = rows.at(-1);
  if (!last) return { lane: LANE, position: 0, vector: [], head: NO_LEAF, acceptedAt: 0 };
  const { after, acceptedAt } = decodeEvent(last).meta;
  const vector = advance(after, last.topic, last.position);
  return { lane: LANE, position: last.position, vector, head: leafOfEvent(last), acceptedAt };
}

export function statesOf(rows: readonly JournalRow[]): StoredState[] {
  const folds = new Map<string, { leg: Leg; position: number }>();
  for (const row of rows) {
    const { meta, ...event } = decodeEvent(row);
    const before = folds.get(row.key)?.leg ?? leg.initialState();
    folds.set(row.key, {
      leg: leg.evolve(before, event, acceptedOf(meta)),
      position: row.position,
    });
  }
  return [...folds].map(([key, fold]) => ({
    key,
    position: fold.position,
    text: writeState(leg, fold.leg),
    clock: clockOf(fold.leg),
  }));
}

function clockOf(state: Leg): StoredClock | null {
  const due = leg.due(state);
  return due && { at: due.at, level: levelNumber(due.level) };
}

/** What is compared with the lane. */
interface Stored {
  readonly row?: LaneRow;
  readonly states?: readonly StoredState[];
  readonly rules?: ClockRules;
  readonly published?: Rules | null;
}

/** The journal's own checks over a lane, and what the other checks are given of it. */
export function read(
  rows: readonly JournalRow[],
  { row = laneRowOf(rows), states = [], rules = firstRulebook, published = null }: Stored = {},
) {
  const report = new Report();
  const [order, unique] = [new LaneOrder(LANE, report), new UniqueEvents(report)];
  const words = [
    new ClockWords(report, rules),
    new OnwardWords(report, rules),
    new JudgedBy(report),
    new SubmittedUnder(report, published),
  ];
  const folds = new LegFolds(report, new ClockTimes(report, rules), words);
  const keys = new HeldKeys(report, NOW);
  const chronicle = new Chronicle(LANE);
  for (const each of rows) {
    const event = decodeEvent(each);
    const leaf = leafOfEvent(each);
    order.add(each, event, leaf);
    const { position, topic, key } = each;
    const id = uuidBytes(event.meta.eventId) ?? Buffer.alloc(16);
    chronicle.add({
      position,
      topic: topicAt(topic),
      key,
      leaf,
      type: event.type,
      eventId: id,
      facet: folds.add(each, event),
    });
    unique.add(each, event);
    keys.add(each, event);
  }
  for (const state of states) folds.compare(state);
  folds.end();
  order.end(row);
  return { report, chronicle, keys };
}

export const chronicleOf = (rows: readonly JournalRow[] = laneOf()): Chronicle => read(rows).chronicle;

/** What a check found, as `kind` or `kind at`. */
export const kinds = (report: Report, id: CheckId): string[] => report.of(id).findings.map(({ kind }) => kind);

/** The lane as the relay would have sent it: offsets are the index in the topic. */
export function recordsOf(rows: readonly JournalRow[] = laneOf()): LogRecord[] {
  const ends = new Map<number, number>();
  return rows.map(({ lane, position, topic, key, fingerprint, bytes }) => {
    const { after, previous } = decodeEvent({ fingerprint, bytes }).meta;
    const offset = ends.get(topic) ?? 0;
    ends.set(topic, offset + 1);
    const leaf = leafOfEvent({ fingerprint, bytes });
    return { topic: topicAt(topic), lane, offset, key, position, after, previous, fingerprint, bytes, leaf };
  });
}

/** A consumer that has applied everything up to a position. */
export function standingAt(
  position: number,
  rows: readonly JournalRow[] = laneOf(),
  change: Partial<ConsumerLane> = {},
): ConsumerLane {
  const applied = rows.filter((row) => row.position <= position);
  const { vector, head } = laneRowOf(applied);
  const offsets: number[] = [];
  for (const { topic } of applied)
    while ((offsets[topic] ?? 0) < applied.filter((row) => row.topic === topic).length)
      offsets[topic] = (offsets[topic] ?? 0) + 1;
  return { lane: LANE, position, vector, leaf: head, offsets, letters: 0, stopped: null, ...change };
}

/** A line of a ledger: a submission that was accepted, unless said otherwise. */
export function told(change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    at: '2026-11-24T08:00:00Z',
    agency: 'US-CLEAR',
    command: 'SubmitReferral',
    key: 'k-1',
    target: null,
    reference: 'R-1',
    status: 201,
    code: null,
    id: referral(1),
    digest: 'd',
    position: formatBusPosition({ lane: LANE, position: 2, vector: [1, 2] }),
    request: 'r',
    session: null,
    minimum: null,
    state: null,
    ...change,
  };
}
