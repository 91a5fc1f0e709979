import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ViewDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { change, type Change, insertOnce, remove, upsert } from './change.js';
import { defineProjection } from './define-projection.js';
import { foldChanges, rowId } from './fold.js';
import { MemoryTables } from './memory-tables.js';
import { type AnyRow, table } from './table.js';
import { viewSchema } from './view-schema.js';
import { writeRows } from './write-rows.js';

const everything = table(
  'everything',
  {
    id: 'text',
    lane: 'integer',
    words: 'text[]',
    more: 'text[] null',
    note: 'text null',
    number: 'bigint null',
    share: 'double precision',
    yes: 'boolean',
    at: 'timestamptz',
    bytes: 'bytea null',
    tree: 'jsonb null',
  },
  { key: ['id', 'lane'], indexes: [['at', 'id']] },
);
const projection = defineProjection({
  name: 'written',
  version: 1,
  topics: ['bus.referral.v1'],
  tables: [everything],
  on: {},
});

const text = fc.string({ unit: fc.constantFrom('a', '"', '{', '}', ',', '\\', "'", 'é', ' ', 'NULL') });
const key = fc.record({ id: fc.constantFrom('p', 'q', '"r"'), lane: fc.nat(1) });
const rest = {
  words: fc.array(text, { maxLength: 3 }),
  more: fc.option(fc.array(text, { maxLength: 2 })),
  note: fc.option(text),
  number: fc.option(fc.integer()),
  share: fc.integer().map((n) => n / 4),
  yes: fc.boolean(),
  at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  bytes: fc.option(fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes))),
  tree: fc.option(fc.record({ a: fc.array(text, { maxLength: 2 }), b: fc.option(fc.boolean()) })),
};
const row = fc.tuple(key, fc.record(rest)).map(([own, others]) => ({ ...own, ...others }));
const changes: fc.Arbitrary<Change> = fc.oneof(
  row.map((each) => upsert(everything, each)),
  row.map((each) => insertOnce(everything, each)),
  fc.tuple(key, fc.record(rest, { requiredKeys: [] })).map(([own, patch]) => change(everything, own, patch)),
  key.map((own) => remove(everything, own)),
);

let db: ViewDatabase;
beforeAll(async () => {
  db = await ViewDatabase.create(viewSchema(projection));
});
afterAll(() => db.close());

describe('writing a batch', () => {
  it('leaves the rows that applying its changes one by one would, whatever their types', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(changes, { maxLength: 12 }), { maxLength: 4 }), async (batches) => {
        await db.pool.query('TRUNCATE written_v1.everything');
        const memory = new MemoryTables();
        for (const batch of batches) {
          memory.apply(batch);
          await inTransaction(db.pool, (tx) => writeRows(tx, 'written_v1', foldChanges(batch)));
        }
        const { rows } = await db.pool.query<AnyRow>('SELECT * FROM written_v1.everything ORDER BY id, lane');
        const stored = rows.map((each) => ({ ...each, number: each.number === null ? null : Number(each.number) }));
        expect(inOrder(stored)).toEqual(inOrder(memory.rows(everything)));
      }),
      { numRuns: 60 },
    ));
});

const inOrder = (rows: readonly AnyRow[]): AnyRow[] =>
  rows.toSorted((a, b) => (rowId(everything, a) < rowId(everything, b) ? -1 : 1));
