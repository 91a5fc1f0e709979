import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { HmacKey } from './hmac.js';

export interface MacKey {
  readonly id: string;
  readonly key: HmacKey;
}

/** What the relay's MAC proves of a record. `topic` is the released name, without a deployment's prefix. */
export interface MacParts {
  readonly topic: string;
  readonly key: string;
  /** Value of the header `bus-place`. */
  readonly place: string;
  /** Value of the header `bus-schema`. */
  readonly schema: string;
  /** 32 bytes. */
  readonly leaf: Buffer;
}

const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;
const MAC = /^([A-Za-z0-9_-]{1,32}):([0-9a-f]{64})$/;
const KEY_BYTES = 32;

/** The keys a process knows: new records are signed by `current`; records of older keys stay readable while their key is kept. */
export class MacKeys {
  readonly #keys: ReadonlyMap<string, MacKey>;
  readonly current: MacKey;

  /** @param keys raw keys by id, at least 32 bytes each */
  constructor(current: string, keys: Readonly<Record<string, Buffer>>) {
    for (const [id, key] of Object.entries(keys)) {
      if (!KEY_ID.test(id))
        throw new Error('a key id has other characters than letters, digits, _ and -, or is too long');
      if (key.length < KEY_BYTES) throw new Error(`key ${id} is shorter than ${KEY_BYTES} bytes`);
    }
    this.#keys = new Map(Object.entries(keys).map(([id, key]) => [id, { id, key: new HmacKey(key) }]));
    const signing = this.#keys.get(current);
    if (!signing) throw new Error('the current key is not among the keys');
    this.current = signing;
  }

  /** @param secret JSON `{ "current": id, "keys": { id: base64 } }` @throws Error that names the fault, never a value */
  static parse(secret: string): MacKeys {
    const { current, keys } = secretShape.parse(parseJson(secret));
    return new MacKeys(
      current,
      Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
    );
  }

  find(id: string): MacKey | undefined {
    return this.#keys.get(id);
  }
}

const secretShape = z.object({ current: z.string(), keys: z.record(z.string(), z.base64()) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('is not JSON'); // the parser's own message would quote the secret
  }
}

/** Reads the secret inside an app's configuration. */
export const macKeysField = z.string().transform((secret, context) => {
  try {
    return MacKeys.parse(secret);
  } catch (error) {
    const reason =
      error instanceof z.ZodError || !(error instanceof Error) ? 'is not { current, keys }' : error.message;
    context.addIssue({ code: 'custom', message: reason });
    return z.NEVER;
  }
});

/** The value of `bus-mac`: `<key id>:<HMAC-SHA-256, hex>`. */
export function sign(parts: MacParts, key: MacKey): string {
  return `${key.id}:${digest(parts, key)}`;
}

/** Whether `mac` is the relay's word for exactly these parts; `undefined` when the key that it names is not known here. */
export function verify(parts: MacParts, mac: string, keys: MacKeys): boolean | undefined {
  const [, id, hex] = MAC.exec(mac) ?? [];
  if (id === undefined || hex === undefined) return false;
  const key = keys.find(id);
  return key && timingSafeEqual(Buffer.from(digest(parts, key), 'latin1'), Buffer.from(hex, 'latin1'));
}

// Netstrings: each text with its length in bytes, so that no two different sets of parts read the same.
function digest({ topic, key, place, schema, leaf }: MacParts, { key: secret }: MacKey): string {
  return secret.hex(`bus-mac.v1,${netstring(topic)}${netstring(key)}${netstring(place)}${netstring(schema)}`, leaf);
}

const netstring = (text: string): string => `${Buffer.byteLength(text, 'utf8')}:${text},`;
