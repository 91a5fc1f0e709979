import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ViewDatabase } from '#libs/testing';
import { inTransaction } from '#libs/postgres';
import { type Change, change, upsert } from './change.js';
import { defineProjection } from './define-projection.js';
import { foldChanges } from './fold.js';
import { isStorable } from './storable.js';
import { type PatchOf, table } from './table.js';
import { viewSchema } from './view-schema.js';
import { writeRows } from './write-rows.js';

const values = table(
  'value',
  {
    id: 'text',
    text: 'text',
    uuid: 'uuid null',
    small: 'smallint null',
    whole: 'integer null',
    large: 'bigint null',
    share: 'double precision null',
    at: 'timestamptz null',
    tree: 'jsonb null',
    list: 'text[]',
  },
  { key: ['id'] },
);
type Patch = PatchOf<typeof values>;
const projection = defineProjection({
  name: 'stored',
  version: 1,
  topics: ['bus.referral.v1'],
  tables: [values],
  on: {},
});
const plain = {
  ...{ id: 'a', text: '', uuid: null, small: null, whole: null, large: null, share: null, at: null, tree: null },
  list: [],
};

const of = <Name extends keyof Patch>(name: Name, ...each: Patch[Name][]): Patch[] =>
  each.map((value) => ({ [name]: value }));
const nothing = null as unknown as string;
const uuid = '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c';
const patches: readonly Patch[] = [
  ...of('text', '', 'é', 'a\0', '\ud800', nothing),
  ...of('uuid', uuid, uuid.replaceAll('-', ''), uuid.slice(1), `${uuid}0`, uuid.replace('-', ''), 'x', null),
  ...of('small', -32_768, 32_767, 32_768, -32_769, 0.5),
  ...of('whole', -(2 ** 31), 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 0.5, NaN, null),
  ...of('large', Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53, 0.5),
  ...of('share', 0.1, NaN, -Infinity),
  ...of('at', new Date(0), new Date(8.64e15), new Date(NaN), new Date(-210_866_803_200_000)),
  ...of('at', new Date(-210_866_803_200_001), new Date(-8.64e15)),
  ...of('tree', {}, ['a\0'], { a: { b: '\ud800' } }, { 'a\0': 1 }, 'a', 1e300, { a: undefined } as never, null),
  ...of('list', [], ['a', '"{}', 'NULL'], ['a\0']),
];

let db: ViewDatabase;
beforeAll(async () => {
  db = await ViewDatabase.create(viewSchema(projection));
  await isTaken(upsert(values, plain));
});
afterAll(() => db.close());

const isTaken = (each: Change): Promise<boolean> =>
  inTransaction(db.pool, (tx) => writeRows(tx, 'stored_v1', foldChanges([each]))).then(
    () => true,
    () => false,
  );

describe('whether a value can be stored', () => {
  it.each(patches)('is what the database says: %p', async (patch) => {
    const whole = upsert(values, { ...plain, ...patch });
    const part = change(values, { id: 'a' }, patch);
    expect([isStorable(whole), isStorable(part)]).toEqual([await isTaken(whole), await isTaken(part)]);
  });

  it('is asked of keys too', async () => {
    const keyed = change(values, { id: 'a\0' }, { text: 'b' });
    expect([isStorable(keyed), await isTaken(keyed)]).toEqual([false, false]);
  });
});
