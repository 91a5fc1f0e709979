import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IdColumn } from './id-column.js';
import { IdTable } from './id-table.js';
import { textId, uuidBytes } from './ids.js';
import { chronicleOf, laneOf, referral } from './lane.fixtures.js';
import { Chronicle } from './lanes/chronicle.js';
import { planPasses } from './lanes/plan-passes.js';
import { Report } from './report.js';

const id = (n: number): Buffer => createHash('sha256').update(String(n)).digest().subarray(0, 16);

describe('the table of ids', () => {
  it('is a map from ids to the order of their first appearance', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { maxLength: 6_000 }), (numbers) => {
        const [table, map] = [new IdTable(), new Map<number, number>()];
        const [added, expected] = [numbers.map((n) => table.add(id(n))), [] as { row: number; fresh: boolean }[]];
        for (const n of numbers) {
          const known = map.get(n);
          if (known === undefined) map.set(n, map.size);
          expected.push({ row: known ?? map.size - 1, fresh: known === undefined });
        }
        expect(added).toEqual(expected);
        expect([...map.keys()].map((n) => table.rowOf(id(n)))).toEqual([...map.values()]);
        expect([table.size, table.rowOf(id(-1))]).toEqual([map.size, -1]);
      }),
      { numRuns: 20 },
    ));
  it('tells ids apart that share their beginning, as UUIDs of one millisecond do', () => {
    const table = new IdTable();
    const uuids = [...Array(5_000)].map((_, n) => `0198c1f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
    expect(uuids.map((uuid) => table.add(uuidBytes(uuid) ?? Buffer.alloc(0)).row)).toEqual([...uuids.keys()]);
  });
  it('holds an id in about 30 bytes', () => {
    const table = new IdTable();
    const bytes = Buffer.alloc(16);
    for (let n = 0; n < 500_000; n++) {
      bytes.writeUInt32BE(n, 12);
      bytes.writeUInt32BE(Math.imul(n, 0x9e3779b1) >>> 0, 0);
      table.add(bytes);
    }
    expect(table.size).toBe(500_000);
    expect(table.bytes).toBeLessThan(40 * 500_000);
  });
});

describe('a column of ids', () => {
  it('keeps what was set, and knows what was not', () => {
    const column = new IdColumn();
    column.set(5_000, textId('x'));
    expect(column.at(5_000)?.equals(textId('x'))).toBe(true);
    expect([column.at(0), column.at(9_999)]).toEqual([null, null]);
  });
});

describe('the chronicle of a lane', () => {
  const rows = laneOf(
    [...Array(700)].map(
      (_, n) =>
        [
          [{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } } }],
          n % 7,
        ] as const,
    ),
  );
  const chronicle = chronicleOf(rows);
  it('says of every position what the journal does', () => {
    expect(chronicle.size).toBe(700);
    const said = rows
      .map(({ position }) => chronicle.rowAt(position))
      .map((row) => [chronicle.positionOf(row), chronicle.keyOf(row)]);
    expect(said).toEqual(rows.map(({ position, key }) => [position, key]));
    expect([chronicle.rowAt(0), chronicle.rowAt(701)]).toEqual([-1, -1]);
  });
  it('gives the history of a referral, the newest first', () => {
    const positions = [...chronicle.historyOf(referral(3))].map((row) => chronicle.positionOf(row));
    expect(positions).toEqual(
      rows
        .filter(({ key }) => key === referral(3))
        .map(({ position }) => position)
        .reverse(),
    );
    expect([...chronicle.historyOf(referral(99))]).toEqual([]);
  });
  it('finds positions also where some are missing', () => {
    const holey = new Chronicle(4);
    for (const position of [2, 3, 7])
      holey.add({
        position,
        topic: 'bus.referral.v1',
        key: 'k',
        leaf: Buffer.alloc(32),
        type: null,
        eventId: Buffer.alloc(16),
        facet: null,
      });
    expect([1, 2, 3, 4, 7, 8].map((position) => holey.rowAt(position))).toEqual([-1, 0, 1, -1, 2, -1]);
  });
});

describe('the passes over the lanes', () => {
  it('hold as many lanes as fit, in order, and a large one alone', () =>
    expect(
      planPasses(
        [2, 3, 9, 1, 1, 4].map((events, lane) => ({ lane, events })),
        5,
      ),
    ).toEqual([[0, 1], [2], [3, 4], [5]]));
  it('leave no lane out', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 30 }), (sizes, atOnce) => {
        const passes = planPasses(
          sizes.map((events, lane) => ({ lane, events })),
          atOnce,
        );
        expect(passes.flat()).toEqual(sizes.map((_, lane) => lane));
        for (const pass of passes)
          expect(pass.length === 1 || pass.reduce((sum, lane) => sum + (sizes[lane] ?? 0), 0) <= atOnce).toBe(true);
      }),
    ));
});

describe('the report', () => {
  it('lists some findings and counts the rest', () => {
    const report = new Report();
    for (let n = 0; n < 80; n++) report.found('K1', 'lost-write', `lane ${n}`, 'x');
    expect(report.of('K1')).toMatchObject({ more: 30 });
    expect(report.of('K1').findings).toHaveLength(50);
  });
});
