import type { Decoder } from './decoder.js';

type HeaderValue = Buffer | null;

/** A record of the relay has nine headers; tools of others may add some. */
const MOST_HEADERS = 64;

/**
 * A record's headers as they lie in its bytes. They are read when they are asked for: of nine headers the bus needs three, and
 * an object of all of them costs more than everything else of a record.
 */
export class RecordHeaders {
  readonly #decoder: Decoder;
  readonly #from: number;
  readonly #count: number;

  private constructor(decoder: Decoder, count: number) {
    this.#decoder = decoder;
    this.#from = decoder.offset;
    this.#count = count;
  }

  /** Where the decoder stands; null for more headers than any tool adds. */
  static at(decoder: Decoder): RecordHeaders | null {
    const count = decoder.readVarInt();
    return count > MOST_HEADERS ? null : new RecordHeaders(decoder, count);
  }

  /** The values of these headers: undefined for one that is absent, null for one that has none or several. */
  pick(names: readonly string[]): (HeaderValue | undefined)[] {
    const found: (HeaderValue | undefined)[] = names.map(() => undefined);
    const { buffer } = this.#decoder;
    this.#eachValue((from, to, value) => {
      const at = names.findIndex((name) => isText(buffer, from, to, name));
      if (at >= 0) found[at] = found[at] === undefined ? value() : null;
    });
    return found;
  }

  /** All of them, as kafkajs gives them. */
  all(): Record<string, Buffer> {
    // without a prototype: a header may have any name
    const headers = Object.create(null) as Record<string, HeaderValue | HeaderValue[]>;
    const { buffer } = this.#decoder;
    this.#eachValue((from, to, valueOf) => {
      const name = to < from ? 'null' : buffer.toString('utf8', from, to);
      const [earlier, value] = [headers[name], valueOf()];
      if (earlier === undefined) headers[name] = value;
      else if (Array.isArray(earlier)) earlier.push(value);
      else headers[name] = [earlier, value];
    });
    return headers as Record<string, Buffer>;
  }

  /** @param take where the name lies, and what gives the value; a name of length -1 ends before it begins */
  #eachValue(take: (from: number, to: number, value: () => HeaderValue) => void): void {
    const decoder = this.#decoder;
    decoder.offset = this.#from;
    for (let left = this.#count; left > 0; left--) {
      const nameBytes = decoder.readVarInt();
      const from = decoder.offset;
      decoder.offset += Math.max(0, nameBytes);
      const valueBytes = decoder.readVarInt();
      const valueFrom = decoder.offset;
      decoder.offset += Math.max(0, valueBytes);
      take(from, from + nameBytes, () =>
        valueBytes < 0 ? null : decoder.buffer.subarray(valueFrom, valueFrom + valueBytes),
      );
    }
  }
}

/** @param text in ASCII */
function isText(buffer: Buffer, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  for (let at = 0; at < text.length; at += 1) if (buffer[from + at] !== text.charCodeAt(at)) return false;
  return true;
}
