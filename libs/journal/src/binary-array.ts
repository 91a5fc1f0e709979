/**
 * Arrays as PostgreSQL's binary parameters: no element is turned into text, escaped, and parsed again, which costs both
 * processes more than anything else of a statement with many rows. Given for a parameter of an array type, a Buffer is taken
 * as this form of it.
 */

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL = -1;
const EPOCH_DAY = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

/** Object ids of the element types, the same in every database. */
const OID = { bytea: 17, int8: 20, int2: 21, int4: 23, text: 25, date: 1082 } as const;

export function smallintArray(values: readonly number[]): Buffer {
  return fixedArray(OID.int2, 2, values, (buffer, value, at) => buffer.writeInt16BE(value, at));
}

export function integerArray(values: readonly number[]): Buffer {
  return fixedArray(OID.int4, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));
}

/** Of safe integers. */
export function bigintArray(values: readonly number[]): Buffer {
  return fixedArray(OID.int8, 8, values, (buffer, value, at) => {
    buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
    buffer.writeUInt32BE(value >>> 0, at + 4);
  });
}

/** Of the UTC days that these times in ms lie in. */
export function dateArray(values: readonly (number | null)[]): Buffer {
  return fixedArray(OID.date, 4, values, (buffer, value, at) =>
    buffer.writeInt32BE(Math.floor((value - EPOCH_DAY) / DAY_MS), at),
  );
}

export function byteaArray(values: readonly Buffer[]): Buffer {
  let bytes = HEADER_BYTES;
  for (const value of values) bytes += LENGTH_BYTES + value.length;
  const buffer = headed(OID.bytea, bytes, values.length, false);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(value.length, at);
    at += value.copy(buffer, at);
  }
  return buffer;
}

/** Null elements are allowed. */
export function textArray(values: readonly (string | null)[]): Buffer {
  let bytes = HEADER_BYTES;
  for (const value of values) bytes += LENGTH_BYTES + (value === null ? 0 : Buffer.byteLength(value));
  const buffer = headed(OID.text, bytes, values.length, values.includes(null));
  let at = HEADER_BYTES;
  for (const value of values) {
    const written = value === null ? NULL : buffer.write(value, at + LENGTH_BYTES, 'utf8');
    at = buffer.writeInt32BE(written, at) + Math.max(0, written);
  }
  return buffer;
}

function fixedArray(
  oid: number,
  size: number,
  values: readonly (number | null)[],
  write: (buffer: Buffer, value: number, at: number) => void,
): Buffer {
  const nulls = values.includes(null);
  const present = nulls ? values.filter((value) => value !== null).length : values.length;
  const bytes = HEADER_BYTES + LENGTH_BYTES * values.length + size * present;
  const buffer = headed(oid, bytes, values.length, nulls);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(value === null ? NULL : size, at);
    if (value === null) continue;
    write(buffer, value, at);
    at += size;
  }
  return buffer;
}

/** Dimensions, flag for nulls, element type; then length and lower bound of the one dimension, which may be empty. */
function headed(oid: number, bytes: number, length: number, nulls: boolean): Buffer {
  const buffer = Buffer.allocUnsafe(bytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(nulls ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
