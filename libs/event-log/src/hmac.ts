import { hash } from 'node:crypto';

const BLOCK = 64;
const DIGEST = 32;
const [INNER, OUTER] = [0x36, 0x5c];

/**
 * A key for HMAC-SHA-256 (RFC 2104), prepared once. Two plain digests out of buffers that are kept cost less than half of what
 * an Hmac object does, which every record would need anew.
 */
export class HmacKey {
  #inner: Buffer;
  readonly #outer: Buffer;

  constructor(key: Buffer) {
    const short = key.length > BLOCK ? hash('sha256', key, 'buffer') : key;
    this.#inner = padded(short, INNER, 1024);
    this.#outer = padded(short, OUTER, BLOCK + DIGEST);
  }

  /** Over the text's UTF-8 and then the bytes, in hex. */
  hex(text: string, bytes: Buffer): string {
    const most = BLOCK + 3 * text.length + bytes.length;
    if (this.#inner.length < most) this.#inner = Buffer.concat([this.#inner.subarray(0, BLOCK)], most);
    const end = BLOCK + this.#inner.write(text, BLOCK, 'utf8');
    this.#inner.set(bytes, end);
    this.#outer.write(hash('sha256', this.#inner.subarray(0, end + bytes.length), 'binary'), BLOCK, 'latin1');
    return hash('sha256', this.#outer, 'hex');
  }
}

/** A block with the key in it, and room behind it. */
function padded(key: Buffer, pad: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  buffer.fill(pad, 0, BLOCK);
  for (const [at, byte] of key.entries()) buffer[at] = byte ^ pad;
  return buffer;
}
