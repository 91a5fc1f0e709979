import { ImpossibleEventError } from './applier.js';
import { bareType, type ColumnType, type SqlValue } from './table.js';

/**
 * Values as PostgreSQL's binary forms have them, in parameters and in COPY: nothing is turned into text, escaped and parsed
 * again, which costs both processes more than anything else of a statement with many rows.
 */

type BareType = ReturnType<typeof bareType>;

/** A type's object id, the same in every database, and how a value that is not null is written. */
interface BinaryType {
  readonly oid: number;
  write(bytes: ByteWriter, value: never): void;
}

const NULL = -1;
const EPOCH_MS = BigInt(Date.UTC(2000, 0, 1));
const JSONB_VERSION = 1;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const TYPES: { readonly [Type in BareType]: BinaryType } = {
  text: { oid: 25, write: (bytes, value: string) => bytes.text(value) },
  uuid: { oid: 2950, write: (bytes, value: string) => bytes.uuid(value) },
  smallint: { oid: 21, write: (bytes, value: number) => bytes.int16(value) },
  integer: { oid: 23, write: (bytes, value: number) => bytes.int32(value) },
  bigint: { oid: 20, write: (bytes, value: number) => bytes.int64(BigInt(value)) },
  'double precision': { oid: 701, write: (bytes, value: number) => bytes.float64(value) },
  boolean: { oid: 16, write: (bytes, value: boolean) => bytes.int8(value ? 1 : 0) },
  timestamptz: {
    oid: 1184,
    write: (bytes, value: Date) => bytes.int64((BigInt(value.getTime()) - EPOCH_MS) * 1000n),
  },
  bytea: { oid: 17, write: (bytes, value: Buffer) => bytes.bytes(value) },
  jsonb: {
    oid: 3802,
    write: (bytes, value: unknown) => {
      bytes.int8(JSONB_VERSION);
      bytes.text(JSON.stringify(value));
    },
  },
  'text[]': { oid: 1009, write: (bytes, value: readonly string[]) => writeArray(bytes, 'text', value) },
};

/** Writes values of one column, each with its length before it. */
export function valueWriter(type: ColumnType): (bytes: ByteWriter, value: SqlValue | undefined) => void {
  const { write } = TYPES[bareType(type)];
  return (bytes, value) => {
    if (value === null || value === undefined) bytes.int32(NULL);
    else bytes.sized(() => write(bytes, value as never));
  };
}

/** Values of one column as an array: what a parameter `$n::type[]` takes. */
export function binaryArray(type: ColumnType, values: readonly (SqlValue | undefined)[]): Buffer {
  const bytes = new ByteWriter();
  writeArray(bytes, bareType(type), values);
  return bytes.take();
}

/** One dimension, that nulls may be in it, the elements' type; length and lower bound; then the elements. */
function writeArray(bytes: ByteWriter, type: BareType, values: readonly (SqlValue | undefined)[]): void {
  bytes.int32(1);
  bytes.int32(1);
  bytes.int32(TYPES[type].oid);
  bytes.int32(values.length);
  bytes.int32(1);
  const write = valueWriter(type);
  for (const value of values) write(bytes, value);
}

/** Bytes that grow as they are written, big endian. What a form cannot hold is the event's fault. */
export class ByteWriter {
  #buffer = Buffer.allocUnsafe(4096);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  /** What was written so far; the next begins anew. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafe(Math.max(4096, this.#at));
    this.#at = 0;
    return taken;
  }

  /** What `write` writes, behind its length. */
  sized(write: () => void): void {
    const before = this.#at;
    this.int32(0);
    write();
    this.#buffer.writeInt32BE(this.#at - before - 4, before);
  }

  int8(value: number): void {
    this.#reserve(1);
    this.#at = this.#buffer.writeInt8(value, this.#at);
  }

  int16(value: number): void {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(whole(value), this.#at);
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#at = this.#buffer.writeInt32BE(whole(value), this.#at);
  }

  int64(value: bigint): void {
    this.#reserve(8);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
  }

  float64(value: number): void {
    this.#reserve(8);
    this.#at = this.#buffer.writeDoubleBE(value, this.#at);
  }

  text(value: string): void {
    this.#reserve(value.length * 3);
    this.#at += this.#buffer.write(value, this.#at, 'utf8');
  }

  uuid(value: string): void {
    if (!UUID.test(value)) throw new ImpossibleEventError('UUID_MALFORMED');
    this.#reserve(16);
    this.#at += this.#buffer.write(value.replaceAll('-', ''), this.#at, 'hex');
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#buffer.length, this.#at + more));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

// A fraction would be cut off silently.
function whole(value: number): number {
  if (!Number.isInteger(value)) throw new RangeError('not a whole number');
  return value;
}
