import type { FetchedRecord } from '../framing.js';
import type { Decoder } from './decoder.js';
import { internalModule, replaceModule } from './internals.js';
import { RecordHeaders } from './record-headers.js';

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

/** Of a varint whose bits are those of a positive small integer. */
const SMALL_BYTES = 4;
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
  const timestampDelta = readVarLong(decoder);
  const offset = String(Number(batch.firstOffset) + decoder.readVarInt());
  const key = decoder.readVarIntBytes();
  const value = decoder.readVarIntBytes();
  return new PlainRecord(batch, { attributes, timestampDelta, offset, key, value }, RecordHeaders.at(decoder));
}

type Parts = Pick<DecodedRecord, 'attributes' | 'offset' | 'key' | 'value'> & {
  readonly timestampDelta: bigint | number;
};

/** What is seldom asked for is worked out then. */
class PlainRecord implements DecodedRecord {
  readonly magicByte: number | undefined;
  readonly attributes: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
  readonly unread?: 'HEADERS_MALFORMED';
  readonly #timestampDelta: bigint | number;
  readonly #headers: RecordHeaders | null;

  constructor(
    batch: BatchContext,
    { attributes, timestampDelta, offset, key, value }: Parts,
    headers: RecordHeaders | null,
  ) {
    this.magicByte = batch.magicByte;
    this.attributes = attributes;
    this.offset = offset;
    this.key = key;
    this.value = value;
    this.isControlRecord = batch.isControlBatch ?? false;
    this.batchContext = batch;
    this.#timestampDelta = timestampDelta;
    this.#headers = headers;
    if (headers === null) this.unread = 'HEADERS_MALFORMED';
  }

  get timestamp(): string {
    const { timestampType, maxTimestamp, firstTimestamp } = this.batchContext;
    if (timestampType === LOG_APPEND_TIME && maxTimestamp) return maxTimestamp;
    return String(BigInt(firstTimestamp) + BigInt(this.#timestampDelta));
  }

  get headers(): Record<string, Buffer> {
    return this.#headers?.all() ?? {};
  }

  pickHeaders(names: readonly string[]): (Buffer | null | undefined)[] {
    return this.#headers?.pick(names) ?? [];
  }
}

/** kafkajs's own goes through objects for 64 bits, which a record's few milliseconds do not need. */
function readVarLong(decoder: Decoder): bigint | number {
  const { buffer, offset } = decoder;
  let zigzag = 0;
  for (let at = 0; at < SMALL_BYTES; at += 1) {
    const byte = buffer[offset + at] ?? 0;
    zigzag |= (byte & 0x7f) << (7 * at);
    if (byte >= 0x80) continue;
    decoder.offset = offset + at + 1;
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }
  return BigInt(decoder.readVarLong().toString());
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
