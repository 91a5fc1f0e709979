import { ImpossibleEventError } from './applier.js';
import { type AnyRow, bareType, type ColumnType, type SqlValue } from './table.js';

/**
 * Values as PostgreSQL's binary forms have them, in parameters and in COPY: nothing is turned into text, escaped and parsed
 * again, which costs both processes more than anything else of a statement with many rows.
 */

type BareType = ReturnType<typeof bareType>;

/** A type's object id, the same in every database, and how a value that is not null is written, its length first. */
interface BinaryType {
  readonly oid: number;
  readonly write: (bytes: ByteWriter, value: never) => void;
}

const NULL = -1;
const EPOCH_MS = Date.UTC(2000, 0, 1);
const JSONB_VERSION = 1;

const TYPES: { readonly [Type in BareType]: BinaryType } = {
  text: { oid: 25, write: (bytes, value: string) => bytes.text(value) },
  uuid: { oid: 2950, write: (bytes, value: string) => bytes.uuid(value) },
  smallint: { oid: 21, write: (bytes, value: number) => bytes.smallint(value) },
  integer: { oid: 23, write: (bytes, value: number) => bytes.integer(value) },
  bigint: { oid: 20, write: (bytes, value: number) => bytes.bigint(value) },
  'double precision': { oid: 701, write: (bytes, value: number) => bytes.double(value) },
  boolean: { oid: 16, write: (bytes, value: boolean) => bytes.boolean(value) },
  timestamptz: { oid: 1184, write: (bytes, value: Date) => bytes.time(value.getTime() - EPOCH_MS) },
  bytea: { oid: 17, write: (bytes, value: Buffer) => bytes.bytea(value) },
  jsonb: { oid: 3802, write: (bytes, value: unknown) => bytes.text(JSON.stringify(value), JSONB_VERSION) },
  'text[]': {
    oid: 1009,
    write: (bytes, value: readonly string[]) => bytes.sized(() => writeTexts(bytes, value)),
  },
};

/** Writes values of one column, each with its length before it. */
export function valueWriter(type: ColumnType): (bytes: ByteWriter, value: SqlValue | undefined) => void {
  const { write } = TYPES[bareType(type)];
  return (bytes, value) => {
    if (value === null || value === undefined) bytes.int32(NULL);
    else write(bytes, value as never);
  };
}

/** A column of some rows, to be sent as one parameter. */
export interface BinaryColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/**
 * The columns of some rows, each as an array: what a parameter `$n::type[]` takes. All of them lie in one buffer. `unnest` flattens
 * arrays of arrays, so a list travels as its text, in an array of texts.
 */
export function binaryArrays(columns: readonly BinaryColumn[], rows: readonly AnyRow[]): Buffer[] {
  const bytes = new ByteWriter();
  const ends = columns.map(({ name, type }) => {
    const bare = bareType(type);
    writeHead(bytes, bare === 'text[]' ? 'text' : bare, rows.length);
    const write = bare === 'text[]' ? writeListText : valueWriter(type);
    for (const row of rows) write(bytes, row[name]);
    return bytes.length;
  });
  const all = bytes.take();
  return ends.map((end, index) => all.subarray(ends[index - 1] ?? 0, end));
}

function writeListText(bytes: ByteWriter, value: SqlValue | undefined): void {
  if (value === null || value === undefined) return bytes.int32(NULL);
  bytes.text(listText(value as readonly string[]));
}

/** PostgreSQL's text of an array of texts. */
const listText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

function writeTexts(bytes: ByteWriter, texts: readonly string[]): void {
  writeHead(bytes, 'text', texts.length);
  for (const text of texts) bytes.text(text);
}

/** One dimension, that nulls may be in it, the elements' type; length and lower bound: the elements follow. */
function writeHead(bytes: ByteWriter, type: BareType, length: number): void {
  bytes.int32(1);
  bytes.int32(1);
  bytes.int32(TYPES[type].oid);
  bytes.int32(length);
  bytes.int32(1);
}

/** By character code: a hex digit's value, or what it is instead. */
const [HYPHEN, NO_DIGIT] = [16, 17];
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === '-'.charCodeAt(0)) return HYPHEN;
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? NO_DIGIT : digit;
});
const HYPHENS_AT = new Set([8, 13, 18, 23]);

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

  int16(value: number): void {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#put32(value);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  /** What `write` writes, behind its length. */
  sized(write: () => void): void {
    const before = this.#at;
    this.int32(0);
    write();
    this.#buffer.writeInt32BE(this.#at - before - 4, before);
  }

  smallint(value: number): void {
    this.int32(2);
    this.int16(whole(value));
  }

  integer(value: number): void {
    if (value !== (value | 0)) throw new RangeError('not an integer of 32 bits');
    this.#reserve(8);
    this.#put32(4);
    this.#put32(value);
  }

  bigint(value: number): void {
    this.#reserve(12);
    this.#put32(8);
    this.#put32(Math.floor(safe(value) / 2 ** 32));
    this.#put32(value);
  }

  /** @param ms since PostgreSQL's own beginning of time; written in microseconds */
  time(ms: number): void {
    if (Number.isSafeInteger(1000 * ms)) return this.bigint(1000 * ms);
    this.#reserve(12);
    this.#put32(8);
    this.#at = this.#buffer.writeBigInt64BE(1000n * BigInt(ms), this.#at);
  }

  double(value: number): void {
    this.#reserve(12);
    this.#put32(8);
    this.#at = this.#buffer.writeDoubleBE(value, this.#at);
  }

  boolean(value: boolean): void {
    this.#reserve(5);
    this.#put32(1);
    this.#buffer[this.#at++] = value ? 1 : 0;
  }

  bytea(value: Uint8Array): void {
    this.int32(value.length);
    this.bytes(value);
  }

  /** @param version a byte before the text, for types that have one */
  text(value: string, version?: number): void {
    this.#reserve(5 + 3 * value.length);
    const before = this.#at;
    this.#at += 4;
    if (version !== undefined) this.#buffer[this.#at++] = version;
    this.#at += this.#buffer.write(value, this.#at, 'utf8');
    this.#buffer.writeInt32BE(this.#at - before - 4, before);
  }

  /** In its usual spelling of 32 hex digits and four hyphens. */
  uuid(value: string): void {
    this.#reserve(20);
    this.#put32(16);
    let digits = 0;
    for (let at = 0; at < value.length; at += 1) {
      const digit = DIGITS[value.charCodeAt(at)] ?? NO_DIGIT;
      if (digit === HYPHEN && HYPHENS_AT.has(at)) continue;
      if (digit > 15 || digits === 32) throw new ImpossibleEventError('UUID_MALFORMED');
      if (digits % 2 === 0) this.#buffer[this.#at] = digit << 4;
      else this.#buffer[this.#at] = (this.#buffer[this.#at++] ?? 0) | digit;
      digits += 1;
    }
    if (digits !== 32) throw new ImpossibleEventError('UUID_MALFORMED');
  }

  #put32(value: number): void {
    const [buffer, at] = [this.#buffer, this.#at];
    buffer[at] = value >>> 24;
    buffer[at + 1] = value >>> 16;
    buffer[at + 2] = value >>> 8;
    buffer[at + 3] = value;
    this.#at = at + 4;
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

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a safe integer');
  return value;
}
