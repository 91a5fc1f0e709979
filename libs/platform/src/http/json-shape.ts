/** What JSON text holds, counted without building any of it. Of text that is not JSON the figures mean nothing. */
export interface JsonShape {
  /** Deepest nesting: a scalar has depth 0. */
  readonly depth: number;
  /** Members, elements and scalars, the whole counted too. */
  readonly values: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACE = 0x20;

/**
 * Counts depth and values of JSON text, and stops where one is beyond its bound. To build the values first and count them
 * then would be too late: eight mebibytes of brackets take seconds and hundreds of mebibytes.
 */
export function shapeOf(bytes: Uint8Array, bounds: JsonShape): JsonShape {
  let [depth, deepest, values, before] = [0, 0, 1, 0];
  for (let at = 0; at < bytes.length && deepest <= bounds.depth && values <= bounds.values; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= SPACE) continue;
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
      // an empty one was counted as if it held a value
      if (before === OPEN_LIST || before === OPEN_OBJECT) values -= 1;
    }
    before = byte;
  }
  return { depth: deepest, values };
}

/** Where the text that begins at `from` ends: its closing quote, or the end of the bytes. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
