import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decoder } from './decoder.js';
import { internalModule } from './internals.js';
import {
  type BatchContext,
  type BatchDecoder,
  decodeRecord,
  originalRecordDecoder,
  plainBatches,
} from './record-decoder.js';
import { type EncodableRecord, encodeRecord } from './record-encoder.js';

const BytesDecoder = internalModule('protocol/decoder') as new (bytes: Buffer) => Decoder;
const batchDecoder = internalModule('protocol/recordBatch/v0/decoder') as BatchDecoder;

const bytes = fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array));
const records: fc.Arbitrary<EncodableRecord> = fc.record({
  offsetDelta: fc.nat({ max: 200_000 }),
  timestampDelta: fc.integer({ min: -4e12, max: 4e12 }),
  key: fc.option(bytes),
  value: fc.option(bytes, { nil: null }),
  headers: fc.dictionary(
    // kafkajs mixes those of the prototype into their values
    fc.string({ maxLength: 20 }).filter((name) => !(name in {})),
    fc.oneof(bytes, fc.array(bytes, { maxLength: 3 })),
    { maxKeys: 14 },
  ),
});
const batch = (timestampType: number): BatchContext => ({
  firstOffset: '90071992547',
  firstTimestamp: '1790000000000',
  maxTimestamp: '1790000099999',
  timestampType,
  isControlBatch: false,
  magicByte: 2,
});

/** The record's own bytes, after their length. */
function decoderOf(record: EncodableRecord): Decoder {
  const decoder = new BytesDecoder(encodeRecord(record).buffer);
  return new BytesDecoder(decoder.readVarIntBytes() ?? Buffer.alloc(0));
}

/** A batch of format 2 as a broker sends it. */
function batchOf(encoded: readonly Buffer[], compression: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeInt32BE(encoded.length);
  const body = Buffer.concat(encoded);
  const payload = Buffer.concat([count, compression === 1 ? gzipSync(body) : body]);
  const head = Buffer.alloc(57);
  head.writeBigInt64BE(40n, 0);
  head.writeInt32BE(45 + payload.length, 8);
  head.writeInt8(2, 16);
  head.writeInt16BE(compression, 21);
  head.writeInt32BE(encoded.length - 1, 23);
  head.writeBigInt64BE(1_790_000_000_000n, 27);
  head.writeBigInt64BE(1_790_000_000_005n, 35);
  head.writeBigInt64BE(-1n, 43);
  return Buffer.concat([head, payload]);
}

describe('the record decoder', () => {
  it('reads what kafkajs itself reads', () =>
    fc.assert(
      fc.property(records, fc.constantFrom(0, 1), (record, timestampType) => {
        const read = decodeRecord(decoderOf(record), batch(timestampType));
        const { headers, ...rest } = originalRecordDecoder(decoderOf(record), batch(timestampType));
        const { timestamp } = read;
        expect({ ...read, timestamp, headers: { ...read.headers } }).toEqual({ ...rest, headers });
      }),
      { numRuns: 1_000 },
    ));

  it('picks single headers as they are among all of them', () =>
    fc.assert(
      fc.property(records, (record) => {
        const read = decodeRecord(decoderOf(record), batch(0));
        const all: Record<string, unknown> = read.headers ?? {};
        const ascii = Object.keys(all).filter((name) => /^[ -~]*$/.test(name));
        const expected = ascii.map((name) => (Array.isArray(all[name]) ? null : all[name]));
        expect(read.pickHeaders?.([...ascii, 'bus-mac'])).toEqual([...expected, undefined]);
      }),
    ));

  it('keeps a header of any name apart from the object that holds it', () => {
    const headers = Object.fromEntries(['__proto__', 'valueOf'].map((name) => [name, Buffer.from('x')]));
    const read = decodeRecord(decoderOf({ value: null, headers }), batch(0));
    expect(Object.entries(read.headers ?? {})).toEqual(Object.entries(headers));
    expect(read.headers?.['bus-mac']).toBeUndefined();
  });

  it('does not read the headers of a record that has a hundred thousand, and says so', () => {
    const headers = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`h${n}`, Buffer.from('x')]));
    const read = decodeRecord(decoderOf({ value: Buffer.from('v'), headers }), batch(0));
    expect(read).toMatchObject({ headers: {}, unread: 'HEADERS_MALFORMED' });
  });
});

describe('a batch', () => {
  const decode = plainBatches(batchDecoder);
  const encoded = Array.from(
    { length: 3 },
    (_, n) => encodeRecord({ offsetDelta: n, value: Buffer.from(`v${n}`) }).buffer,
  );

  it('that is not compressed is read as kafkajs reads it', async () => {
    const read = await decode(new BytesDecoder(batchOf(encoded, 0)));
    expect(read).toEqual(await batchDecoder(new BytesDecoder(batchOf(encoded, 0))));
    expect(read.records.map(({ offset }) => offset)).toEqual(['40', '41', '42']);
  });

  it.each([1, 2, 3, 4])(
    'that is compressed by method %d is one record at its last offset, unopened',
    async (method) => {
      const decoder = new BytesDecoder(Buffer.concat([batchOf(encoded, method), batchOf(encoded, 0)]));
      const read = await decode(decoder);
      expect(read.records).toMatchObject([{ offset: '42', key: null, value: null, unread: 'BATCH_COMPRESSED' }]);
      expect((await decode(decoder)).records).toHaveLength(3);
    },
  );

  it('that is cut off is waited for, compressed or not', async () => {
    for (const method of [0, 1]) {
      const cut = batchOf(encoded, method).subarray(0, -1);
      await expect(decode(new BytesDecoder(cut))).rejects.toMatchObject({ name: 'KafkaJSPartialMessageError' });
    }
  });
});
