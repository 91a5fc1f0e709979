import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { change, type Change, insertOnce, remove, upsert } from './change.js';
import { foldChanges, type RowChange } from './fold.js';
import { MemoryTables } from './memory-tables.js';
import { type AnyRow, table } from './table.js';

const items = table('item', { id: 'text', a: 'integer', b: 'text null' }, { key: ['id'] });

const id = fc.constantFrom('x', 'y', 'z');
const row = fc.record({ id, a: fc.nat(3), b: fc.option(fc.constantFrom('p', 'q')) });
const patch = fc.record({ a: fc.nat(3), b: fc.option(fc.constantFrom('r', 's')) }, { requiredKeys: [] });
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  row.map((each) => upsert(items, each)),
  row.map((each) => insertOnce(items, each)),
  fc.tuple(id, patch).map(([key, each]) => change(items, { id: key }, each)),
  id.map((key) => remove(items, { id: key })),
);

describe('folding a batch', () => {
  it('gives what applying its changes one by one gives, however it is split', () =>
    fc.assert(
      fc.property(fc.array(anyChange), fc.array(anyChange), (first, second) => {
        const [plain, folded] = [new MemoryTables(), new MemoryTables()];
        plain.apply([...first, ...second]);
        for (const batch of [first, second]) folded.apply(asChanges([...(foldChanges(batch).get(items) ?? [])]));
        expect(folded.rows(items)).toEqual(plain.rows(items));
      }),
      { numRuns: 500 },
    ));

  it('leaves one change per row', () => {
    const changes = [upsert(items, { id: 'x', a: 1, b: null }), change(items, { id: 'x' }, { a: 2 })];
    expect(foldChanges(changes).get(items)).toEqual([{ kind: 'put', row: { id: 'x', a: 2, b: null } }]);
  });
});

/** The order in which the writer runs its statements. */
function asChanges(rows: readonly RowChange[]): Change[] {
  return rows.flatMap((each): Change[] => {
    if (each.kind === 'put') return [{ kind: 'upsert', table: items, row: each.row }];
    if (each.kind === 'remove') return [{ kind: 'remove', table: items, key: each.key }];
    const amended: Change = { kind: 'change', table: items, key: each.key, patch: each.patch };
    return each.otherwise ? [amended, once(each.otherwise)] : [amended];
  });
}

const once = (row: AnyRow): Change => ({ kind: 'insertOnce', table: items, row });
