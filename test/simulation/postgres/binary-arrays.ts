const EPOCH_DAY = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

/** How an element of a type is read, by the type's object id. */
const readers: Readonly<Record<number, (bytes: Buffer) => unknown>> = {
  17: (bytes) => bytes,
  20: (bytes) => Number(bytes.readBigInt64BE()),
  21: (bytes) => bytes.readInt16BE(),
  23: (bytes) => bytes.readInt32BE(),
  25: (bytes) => bytes.toString('utf8'),
  1082: (bytes) => new Date(EPOCH_DAY + bytes.readInt32BE() * DAY_MS).toISOString().slice(0, 10),
};

/** A statement's parameters, with the arrays that came in PostgreSQL's binary form as lists. */
export function withArrays(values: readonly unknown[]): unknown[] {
  return values.map((value) => (Buffer.isBuffer(value) ? listOf(value) : value));
}

/** Dimensions, flag for nulls, element type, length and lower bound; then each element after its length, -1 for null. */
function listOf(array: Buffer): unknown[] {
  const read = readers[array.readInt32BE(8)];
  if (!read) throw new Error(`the simulated database knows no elements of type ${array.readInt32BE(8)}`);
  const list: unknown[] = [];
  let at = 20;
  for (let left = array.readInt32BE(12); left > 0; left--) {
    const length = array.readInt32BE(at);
    at += 4;
    list.push(length < 0 ? null : read(array.subarray(at, at + length)));
    at += Math.max(0, length);
  }
  return list;
}
