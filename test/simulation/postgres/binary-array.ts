import { refuseNul } from './statement.js';

const HEADER_BYTES = 20;
const EPOCH_DAY = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('utf8');
  refuseNul([text]);
  return text;
};

/** How an element is read, by the object id of its type. */
const READERS: Readonly<Record<number, (bytes: Buffer) => unknown>> = {
  16: (bytes) => bytes[0] === 1,
  17: (bytes) => bytes,
  20: (bytes) => Number(bytes.readBigInt64BE()),
  21: (bytes) => bytes.readInt16BE(),
  23: (bytes) => bytes.readInt32BE(),
  25: textOf,
  701: (bytes) => bytes.readDoubleBE(),
  1082: (bytes) => new Date(EPOCH_DAY + bytes.readInt32BE() * DAY_MS).toISOString().slice(0, 10),
  1184: (bytes) => new Date(EPOCH_DAY + Number(bytes.readBigInt64BE()) / 1_000),
  2950: (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  /** A byte of version before the text. */
  3802: (bytes) => JSON.parse(textOf(bytes.subarray(1))) as unknown,
};

/** The elements of an array that came in PostgreSQL's binary form. @throws DatabaseError for a text that holds NUL; Error for a type that nobody has described yet */
export function readArray(array: Buffer): unknown[] {
  const read = READERS[array.readInt32BE(8)];
  if (!read) throw new Error(`arrays of type ${array.readInt32BE(8)} are not known here`);
  const elements: unknown[] = [];
  let at = HEADER_BYTES;
  for (let left = array.readInt32BE(12); left > 0; left--) {
    const length = array.readInt32BE(at);
    at += 4;
    elements.push(length < 0 ? null : read(array.subarray(at, at + length)));
    at += Math.max(0, length);
  }
  return elements;
}
