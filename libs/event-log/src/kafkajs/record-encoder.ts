import { internalModule, replaceModule } from './internals.js';

type HeaderValue = Buffer | string;

export interface EncodableRecord {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key?: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers?: Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>;
}

/** What kafkajs expects of an encoder that it copies from. */
export interface Encoded {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}

export type RecordEncoder = (record: EncodableRecord) => Encoded;

const RECORD = 'protocol/recordBatch/record/v0';

/** kafkajs's own encoder, to compare with. */
export const originalEncoder = internalModule(RECORD) as RecordEncoder;

/** Makes kafkajs encode records by `encodeRecord`: each header would otherwise cost a buffer of 512 bytes (stack.md 6b, trap 4). */
export function installRecordEncoder(): void {
  if (internalModule(RECORD) === encodeRecord) return;
  replaceModule(RECORD, encodeRecord, 'protocol/requests/produce/v3/request');
}

/** A record of a batch of format 2, byte for byte as kafkajs writes it, in one buffer of exactly its size. */
export function encodeRecord({
  offsetDelta = 0,
  timestampDelta = 0,
  key,
  value,
  headers = {},
}: EncodableRecord): Encoded {
  const pairs = headerPairs(headers);
  const bodySize =
    1 + // attributes, always 0
    varintSize(zigZag(timestampDelta)) +
    varintSize(zigZag(offsetDelta)) +
    bytesSize(key) +
    bytesSize(value) +
    varintSize(zigZag(pairs.length)) +
    pairs.reduce((size, [name, text]) => size + bytesSize(name) + bytesSize(text), 0);
  const writer = new Writer(varintSize(zigZag(bodySize)) + bodySize);
  writer.varint(bodySize);
  writer.byte(0);
  writer.varint(timestampDelta);
  writer.varint(offsetDelta);
  writer.bytes(key);
  writer.bytes(value);
  writer.varint(pairs.length);
  for (const [name, text] of pairs) {
    writer.bytes(name);
    writer.bytes(text);
  }
  return writer.finish();
}

function headerPairs(headers: NonNullable<EncodableRecord['headers']>): [string, HeaderValue][] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) throw new TypeError(`header ${name} has no value`);
    return typeof value === 'string' || Buffer.isBuffer(value)
      ? [[name, value]]
      : value.map((each): [string, HeaderValue] => [name, each]);
  });
}

// Arithmetic instead of shifts: differences of times are wider than 32 bits.
const zigZag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

function varintSize(unsigned: number): number {
  let size = 1;
  for (let rest = unsigned; rest >= 0x80; rest = Math.floor(rest / 0x80)) size += 1;
  return size;
}

function bytesSize(bytes: Buffer | string | null | undefined): number {
  if (bytes === null || bytes === undefined) return 1;
  const length = Buffer.byteLength(bytes);
  return varintSize(zigZag(length)) + length;
}

class Writer {
  readonly #buffer: Buffer;
  #offset = 0;

  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  byte(value: number): void {
    this.#buffer[this.#offset] = value;
    this.#offset += 1;
  }

  varint(value: number): void {
    let rest = zigZag(value);
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  bytes(value: Buffer | string | null | undefined): void {
    if (value === null || value === undefined) {
      this.varint(-1);
      return;
    }
    this.varint(Buffer.byteLength(value));
    this.#offset +=
      typeof value === 'string'
        ? this.#buffer.write(value, this.#offset, 'utf8')
        : value.copy(this.#buffer, this.#offset);
  }

  finish(): Encoded {
    if (this.#offset !== this.#buffer.length) throw new Error('the size of a record was computed wrongly');
    return { buf: this.#buffer, buffer: this.#buffer };
  }
}
