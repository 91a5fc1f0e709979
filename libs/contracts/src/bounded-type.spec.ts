import avsc from 'avsc';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundedType } from './bounded-type.js';

const schema: avsc.Schema = {
  type: 'record',
  name: 'Sample',
  fields: [
    { name: 'numbers', type: { type: 'array', items: 'long' } },
    { name: 'words', type: { type: 'map', values: 'string' } },
    {
      name: 'rows',
      type: [
        'null',
        { type: 'array', items: { type: 'record', name: 'Row', fields: [{ name: 'word', type: 'string' }] } },
      ],
    },
  ],
};
const plain = avsc.Type.forSchema(schema, {});
const bounded = boundedType(schema);
/** Reads what `plain` wrote and knows nothing of words and rows. */
const narrow = boundedType({
  type: 'record',
  name: 'Sample',
  fields: [{ name: 'last', type: 'long', default: 0 }],
});

const samples = fc.record({
  numbers: fc.array(fc.integer()),
  // avsc loses a member of this name
  words: fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    fc.string(),
  ),
  rows: fc.option(fc.array(fc.record({ word: fc.string({ unit: 'grapheme' }) }))),
});

/** An Avro long. */
function long(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

describe('a bounded type', () => {
  it('reads what any writer of the schema wrote', () =>
    fc.assert(
      fc.property(samples, (sample) => {
        const bytes = plain.toBuffer(sample);
        expect(bounded.fromBuffer(bytes)).toEqual(plain.fromBuffer(bytes));
      }),
      { numRuns: 500 },
    ));

  it('reads lists in several blocks, with their sizes too', () => {
    const blocks = [long(1), long(7), long(-2), long(2), long(8), long(9), long(0)];
    const bytes = Buffer.concat([...blocks, long(0), long(0)]);
    expect(bounded.fromBuffer(bytes)).toEqual({ numbers: [7, 8, 9], words: {}, rows: null });
  });

  it('skips what the reader does not have', () => {
    const resolver = narrow.createResolver(bounded);
    const bytes = plain.toBuffer({ numbers: [1, 2], words: { a: 'b' }, rows: [{ word: 'c' }] });
    expect(narrow.fromBuffer(bytes, resolver)).toEqual({ last: 0 });
  });

  it.each([1e3, 1e6, 2 ** 32 - 1, 2 ** 32, 2 ** 40, 2 ** 60])(
    'refuses %d items in a handful of bytes before it reads one',
    (count) => {
      for (const said of [count, -count]) {
        const list = Buffer.concat([long(said), Buffer.alloc(40)]);
        const map = Buffer.concat([long(0), list]);
        for (const bytes of [list, map]) {
          expect(() => void bounded.fromBuffer(bytes)).toThrow('more items than bytes');
          expect(() => void narrow.fromBuffer(bytes, narrow.createResolver(bounded))).toThrow('more items than bytes');
        }
      }
    },
  );

  it('ends with any bytes at all', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          bounded.fromBuffer(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 5_000 },
    ));

  it('cannot be made of lists of nothing', () =>
    expect(() => boundedType({ type: 'array', items: 'null' })).toThrow(TypeError));
});
