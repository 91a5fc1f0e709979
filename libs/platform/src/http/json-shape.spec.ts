import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type JsonShape, shapeOf } from './json-shape.js';

const unbounded = { depth: Infinity, values: Infinity };
const of = (text: string, bounds: JsonShape = unbounded): JsonShape => shapeOf(Buffer.from(text), bounds);

/** The same, counted on what was built. */
function built(value: unknown): JsonShape {
  if (typeof value !== 'object' || value === null) return { depth: 0, values: 1 };
  const parts = Object.values(value).map(built);
  return {
    depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
    values: 1 + parts.reduce((sum, { values }) => sum + values, 0),
  };
}

describe('the shape of JSON text', () => {
  it('is that of what it stands for, however it is spaced', () =>
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t', '\r\n '), (text, space) => {
        const value: unknown = JSON.parse(text);
        expect(of(JSON.stringify(value, null, space))).toEqual(built(value));
      }),
      { numRuns: 1_000 },
    ));

  it.each([
    ['brackets in a text', '"[[[{,"', { depth: 0, values: 1 }],
    ['a quote in a text', '["a\\"[,b"]', { depth: 1, values: 2 }],
    ['a backslash at the end of a text', '["a\\\\",[]]', { depth: 2, values: 3 }],
    ['blanks in an empty list', '[ \n ]', { depth: 1, values: 1 }],
  ])('does not mistake %s', (_what, text, shape) => expect(of(text)).toEqual(shape));

  it('ends with text that does not', () => {
    for (const text of ['"', '"\\', '["a', '[,,,', ']]]]', '{"a":']) expect(() => of(text)).not.toThrow();
  });

  it('is not looked at beyond its bounds', () => {
    expect(of('['.repeat(1_000_000), { depth: 16, values: 20_000 })).toEqual({ depth: 17, values: 18 });
    expect(of('[' + '0,'.repeat(1_000_000), { depth: 16, values: 20_000 }).values).toBe(20_001);
  });
});
