import type { FetchedRecord } from '../framing.js';
import { internalModule, replaceModule } from './internals.js';

/** The part of kafkajs's reader of bytes that records need. */
export interface Decoder {
  readonly buffer: Buffer;
  offset: number;
  readInt8(): number;
  readInt16(): number;
  readInt32(): number;
  readInt64(): bigint;
  readVarInt(): number;
  readVarLong(): { toString(): string };
  readVarIntBytes(): Buffer | null;
}

/** What kafkajs knows of a batch when it reads the records of it. */
export interface BatchContext {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly maxTimestamp: string;
  readonly timestampType: number;
  readonly isControlBatch?: boolean;
  readonly magicByte?: number;
  readonly inTransaction?: boolean;
  readonly producerId?: string;
}

export interface DecodedRecord extends FetchedRecord {
  readonly magicByte: number | undefined;
  readonly attributes: number;
  readonly timestamp: string;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
}

export type RecordDecoder = (decoder: Decoder, batch: BatchContext) => DecodedRecord;
export type BatchDecoder = (decoder: Decoder) => Promise<BatchContext & { records: DecodedRecord[] }>;

/** A record of the relay has nine headers; tools of others may add some. */
const MOST_HEADERS = 64;
const FORMAT = 2;
const LOG_APPEND_TIME = 1;
/** A batch begins with its first offset, its length, leader epoch, format and checksum; then come the attributes. */
const LENGTH_AT = 8;
const LENGTH_END = 12;
const ATTRIBUTES_AT = LENGTH_END + 4 + 1 + 4;
const COMPRESSION = 0x07;
const LOG_APPEND = 0x08;
const TRANSACTIONAL = 0x10;

const RECORD = 'protocol/recordBatch/record/v0/decoder';
const BATCH = 'protocol/recordBatch/v0/decoder';

/** kafkajs's own decoder, to compare with. */
export const originalRecordDecoder = internalModule(RECORD) as RecordDecoder;

/**
 * Makes kafkajs read what anybody may have put on a topic within bounds. Its own decoder copies all earlier headers for each
 * header (a record of a mebibyte can hold a process up for hours), unpacks a compressed batch whatever comes out of it, and
 * gives the whole fetch up at a compression that it does not know, so that one record would stop every lane for ever.
 */
export function installRecordDecoder(): void {
  if (internalModule(RECORD) === decodeRecord) return;
  replaceModule(RECORD, decodeRecord, BATCH);
  replaceModule(
    BATCH,
    plainBatches(internalModule(BATCH) as BatchDecoder),
    'protocol/requests/fetch/v4/decodeMessages',
  );
}

/** A record of a batch of format 2, as kafkajs reads it; one with more headers than any tool adds comes without them, marked. */
export function decodeRecord(decoder: Decoder, batch: BatchContext): DecodedRecord {
  const attributes = decoder.readInt8();
  const timestampDelta = decoder.readVarLong();
  const offsetDelta = decoder.readVarInt();
  const key = decoder.readVarIntBytes();
  const value = decoder.readVarIntBytes();
  const headers = readHeaders(decoder);
  return {
    magicByte: batch.magicByte,
    attributes,
    timestamp: timeOf(batch, timestampDelta.toString()),
    offset: String(Number(batch.firstOffset) + offsetDelta),
    key,
    value,
    headers: headers ?? {},
    isControlRecord: batch.isControlBatch ?? false,
    batchContext: batch,
    ...(headers === undefined && { unread: 'HEADERS_MALFORMED' }),
  };
}

function timeOf({ timestampType, maxTimestamp, firstTimestamp }: BatchContext, delta: string): string {
  if (timestampType === LOG_APPEND_TIME && maxTimestamp) return maxTimestamp;
  return String(BigInt(firstTimestamp) + BigInt(delta));
}

type HeaderValue = Buffer | null;

function readHeaders(decoder: Decoder): Record<string, Buffer> | undefined {
  const count = decoder.readVarInt();
  if (count > MOST_HEADERS) return undefined;
  // without a prototype: a header may have any name
  const headers = Object.create(null) as Record<string, HeaderValue | HeaderValue[]>;
  for (let left = count; left > 0; left--) {
    const name = decoder.readVarIntBytes()?.toString('utf8') ?? 'null';
    const value = decoder.readVarIntBytes();
    const earlier = headers[name];
    if (earlier === undefined) headers[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else headers[name] = [earlier, value];
  }
  return headers as Record<string, Buffer>;
}

/**
 * The relay never compresses, so a compressed batch is nobody's of ours: it is passed over unopened, as one record without a
 * place at its last offset.
 */
export const plainBatches =
  (original: BatchDecoder): BatchDecoder =>
  async (decoder) => {
    const whole = decoder.offset + LENGTH_END + decoder.buffer.readInt32BE(decoder.offset + LENGTH_AT);
    const compressed = (decoder.buffer.readInt16BE(decoder.offset + ATTRIBUTES_AT) & COMPRESSION) !== 0;
    // the end of an answer may cut a batch off, which the original says in its own way
    return compressed && whole <= decoder.buffer.length ? unopened(decoder, whole) : original(decoder);
  };

function unopened(decoder: Decoder, end: number): Awaited<ReturnType<BatchDecoder>> {
  const firstOffset = decoder.readInt64();
  decoder.offset += ATTRIBUTES_AT - LENGTH_AT;
  const attributes = decoder.readInt16();
  const lastOffset = firstOffset + BigInt(decoder.readInt32());
  const [firstTimestamp, maxTimestamp, producerId] = [decoder.readInt64(), decoder.readInt64(), decoder.readInt64()];
  decoder.offset = end;
  const context = {
    firstOffset: String(firstOffset),
    firstTimestamp: String(firstTimestamp),
    maxTimestamp: String(maxTimestamp),
    timestampType: attributes & LOG_APPEND ? LOG_APPEND_TIME : 0,
    inTransaction: (attributes & TRANSACTIONAL) !== 0,
    producerId: String(producerId),
  };
  const record: DecodedRecord = {
    magicByte: FORMAT,
    attributes: 0,
    timestamp: String(maxTimestamp),
    offset: String(lastOffset),
    key: null,
    value: null,
    headers: {},
    isControlRecord: false,
    batchContext: context,
    unread: 'BATCH_COMPRESSED',
  };
  return { ...context, records: [record] };
}
