import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertKnownRelease } from './internals.js';
import { type EncodableRecord, encodeRecord, originalEncoder } from './record-encoder.js';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const text = fc.oneof(bytes, fc.string({ unit: 'grapheme', maxLength: 200 }));
const records: fc.Arbitrary<EncodableRecord> = fc.record(
  {
    offsetDelta: fc.nat({ max: 200_000 }),
    timestampDelta: fc.oneof(fc.integer(), fc.integer({ min: -4e12, max: 4e12 })),
    key: fc.option(text),
    value: fc.option(text, { nil: null }),
    headers: fc.dictionary(fc.string({ maxLength: 40 }), fc.oneof(text, fc.array(text, { maxLength: 3 })), {
      maxKeys: 14,
    }),
  },
  { requiredKeys: ['value'] },
);

describe('the record encoder', () => {
  it('writes what kafkajs itself writes', () =>
    fc.assert(
      fc.property(records, (record) => {
        expect(encodeRecord(record).buffer.equals(originalEncoder(record).buffer)).toBe(true);
      }),
      { numRuns: 1_000 },
    ));

  it('writes large values too', () => {
    const record = {
      key: 'k',
      value: Buffer.alloc(300_000, 7),
      offsetDelta: 70_000,
      headers: { a: 'b'.repeat(20_000) },
    };
    expect(encodeRecord(record).buffer.equals(originalEncoder(record).buffer)).toBe(true);
  });
});

describe('the adapters', () => {
  it('refuse any other release of kafkajs', () => expect(() => assertKnownRelease('2.2.5')).toThrow('kafkajs 2.2.5'));
});
