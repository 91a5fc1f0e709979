import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a command is remembered by: keyed digests, made with the current key and, to find older commands, with each earlier one. */
export interface CommandDigests {
  readonly digestKey: string;
  readonly key: Buffer;
  readonly request: Buffer;
}

/** The HMAC keys of idempotency digests. An earlier key stays listed until the window of its commands has passed. */
export class DigestKeys {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  /** @throws Error when a key is shorter than 32 bytes or the current one is not listed. */
  constructor(
    private readonly current: string,
    keys: Readonly<Record<string, Buffer>>,
  ) {
    this.keys = new Map(Object.entries(keys).map(([id, bytes]) => [id, createSecretKey(longEnough(id, bytes))]));
    if (!this.keys.has(current)) throw new Error(`digest keys: ${current} is not listed`);
  }

  /** From the secret file `{ "current": id, "keys": { id: base64 } }`. */
  static parse(json: string): DigestKeys {
    const { current, keys } = JSON.parse(json) as { current: string; keys: Record<string, string> };
    return new DigestKeys(
      current,
      Object.fromEntries(Object.entries(keys).map(([id, text]) => [id, Buffer.from(text, 'base64')])),
    );
  }

  digest(agency: string, key: string, request: string): CommandDigests {
    return this.digestWith(this.current, agency, key, request);
  }

  earlier(agency: string, key: string, request: string): CommandDigests[] {
    return [...this.keys.keys()]
      .filter((id) => id !== this.current)
      .map((id) => this.digestWith(id, agency, key, request));
  }

  private digestWith(id: string, agency: string, key: string, request: string): CommandDigests {
    const secret = this.keys.get(id);
    if (!secret) throw new RangeError(`no digest key ${id}`);
    const hmac = (text: string): Buffer => createHmac('sha256', secret).update(text).digest();
    // Agency codes have no line break, so no (agency, key) reads as another one.
    return { digestKey: id, key: hmac(`key\n${agency}\n${key}`), request: hmac(`request\n${agency}\n${request}`) };
  }
}

function longEnough(id: string, bytes: Buffer): Buffer {
  if (bytes.length < 32) throw new Error(`digest keys: ${id} is shorter than 32 bytes`);
  return bytes;
}
