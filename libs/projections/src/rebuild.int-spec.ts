import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BusEvent, decodeMeta, leafOfEvent, type Topic } from '#libs/contracts';
import type { JournalRow, LogRecord } from '#libs/event-log';
import { LaneHistory, ViewDatabase } from '#libs/testing';
import { acknowledged, prioritised, probe, received, steps } from './consumer.fixtures.js';
import { decodeRecord } from './decoded-record.js';
import { changesOf } from './define-projection.js';
import { rowId } from './fold.js';
import { MemoryTables } from './memory-tables.js';
import { dropRebuilt, rebuildInto } from './rebuild.js';
import type { AnyRow } from './table.js';

const SCHEMA = 'probe_again';
/** The database takes no such text, whatever else is written of the row in the same transaction. */
const refusedByDatabase: BusEvent = { type: 'ReferralReceived', data: { by: 'PH\u0000WCPC', rules: null } };

type Step = { readonly event: BusEvent; readonly leg: number; readonly spoilt: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({
      event: fc.constantFrom(received, acknowledged, prioritised),
      leg: fc.integer({ min: 1, max: 4 }),
      spoilt: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
    }),
    weight: 12,
  },
  {
    arbitrary: fc.record({
      event: fc.constant(refusedByDatabase),
      leg: fc.integer({ min: 1, max: 4 }),
      spoilt: fc.constant(false),
    }),
    weight: 1,
  },
);
const lanes = fc.array(fc.array(step, { maxLength: 20 }), { minLength: 1, maxLength: 3 }).map((each) =>
  each.map((steps, lane) => {
    const history = new LaneHistory(lane);
    for (const { event, leg, spoilt } of steps)
      if (spoilt) history.appendSpoilt(event, leg);
      else history.append([event], leg);
    return history;
  }),
);

let db: ViewDatabase;
beforeAll(async () => {
  db = await ViewDatabase.create([]);
});
afterAll(() => db.close());

describe('a rebuild', () => {
  it('makes the rows that the events make one by one, in whatever parts memory holds a lane', () =>
    fc.assert(
      fc.asyncProperty(lanes, fc.nat(12), fc.integer({ min: 1, max: 7 }), async (histories, held, fetched) => {
        const upTo = new Map(histories.map(({ lane, rows }) => [lane, Math.ceil((rows.length * 4) / 5)]));
        const target = { pool: db.pool, projection: probe, schema: SCHEMA };
        await dropRebuilt(db.pool, SCHEMA);
        const { positions, parked } = await rebuildInto(target, log(histories, fetched), upTo, held);
        const expected = oneByOne(histories, upTo);
        expect(await stored()).toEqual(expected.rows);
        expect(parked).toEqual(expected.parked);
        expect(positions).toEqual(new Map([...upTo].filter(([, position]) => position > 0)));
      }),
      { numRuns: 60 },
    ));

  it('ends with the keys and indexes of the live view', async () => {
    await dropRebuilt(db.pool, SCHEMA);
    await rebuildInto({ pool: db.pool, projection: probe, schema: SCHEMA }, log([], 1), new Map());
    const { rows } = await db.pool.query('SELECT indexdef FROM pg_indexes WHERE schemaname = $1', [SCHEMA]);
    expect(rows).toEqual([{ indexdef: `CREATE UNIQUE INDEX step_pkey ON ${SCHEMA}.step USING btree (referral)` }]);
  });
});

/** What fetches bring: some records at a time of each topic in each lane. */
async function* log(histories: readonly LaneHistory[], fetched: number): AsyncGenerator<LogRecord[]> {
  const queues = histories.flatMap(({ rows }) => [...byTopic(rows).values()]);
  while (queues.some(({ length }) => length > 0)) for (const queue of queues) yield queue.splice(0, fetched);
  await Promise.resolve();
}

function byTopic(rows: readonly JournalRow[]): Map<Topic, LogRecord[]> {
  const queues = new Map<Topic, LogRecord[]>();
  for (const row of rows) {
    const queue = queues.get(row.topic) ?? [];
    queues.set(row.topic, queue);
    const { after, previous } = decodeMeta(row);
    queue.push({ ...row, after, previous, offset: queue.length, leaf: leafOfEvent(row) });
  }
  return queues;
}

function oneByOne(histories: readonly LaneHistory[], upTo: ReadonlyMap<number, number>) {
  const tables = new MemoryTables();
  const parked = new Set<string>();
  for (const { lane, rows } of histories)
    for (const record of [...byTopic(rows).values()].flat().sort((a, b) => a.position - b.position)) {
      if (parked.has(record.key) || record.position > (upTo.get(lane) ?? 0)) continue;
      const { event } = decodeRecord(record);
      const impossible = event?.type === 'ReferralReceived' && event.data.by.includes('\u0000');
      if (event && !impossible) tables.apply(changesOf(probe, event));
      else parked.add(record.key);
    }
  return { rows: inOrder(tables.rows(steps)), parked: [...parked].sort() };
}

async function stored(): Promise<AnyRow[]> {
  const { rows } = await db.pool.query<AnyRow>(`SELECT * FROM ${SCHEMA}.step`);
  return inOrder(rows.map((each) => ({ ...each, position: Number(each['position']) })));
}

const inOrder = (rows: readonly AnyRow[]): AnyRow[] =>
  rows.toSorted((a, b) => (rowId(steps, a) < rowId(steps, b) ? -1 : 1));
