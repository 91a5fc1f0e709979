import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A secret as it is stored: who holds the table alone cannot read it. */
export interface SealedSecret {
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keys under which the secrets of webhooks are stored. The current one seals; an earlier one stays listed as long as a secret
 * is sealed with it.
 */
export class WebhookKeys {
  readonly #keys: ReadonlyMap<string, KeyObject>;

  /** @throws Error when a key is not 32 bytes or the current one is not listed */
  constructor(
    private readonly current: string,
    keys: Readonly<Record<string, Buffer>>,
  ) {
    for (const [id, bytes] of Object.entries(keys))
      if (bytes.length !== KEY_BYTES) throw new Error(`webhook keys: ${id} is not ${KEY_BYTES} bytes`);
    this.#keys = new Map(Object.entries(keys).map(([id, bytes]) => [id, createSecretKey(bytes)]));
    if (!this.#keys.has(current)) throw new Error(`webhook keys: ${current} is not listed`);
  }

  /** From the secret file `{ "current": id, "keys": { id: base64 } }`. */
  static parse(json: string): WebhookKeys {
    const { current, keys } = JSON.parse(json) as { current: string; keys: Record<string, string> };
    const decoded = Object.entries(keys).map(([id, text]) => [id, Buffer.from(text, 'base64')] as const);
    return new WebhookKeys(current, Object.fromEntries(decoded));
  }

  /** @param bound to what it belongs: sealed for one webhook it opens for no other */
  seal(secret: Buffer, bound: string): SealedSecret {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keyOf(this.current), nonce).setAAD(Buffer.from(bound));
    const ciphertext = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return { keyId: this.current, nonce, ciphertext };
  }

  /** @throws Error for a key that is not listed, or bytes that were changed or belong elsewhere */
  open({ keyId, nonce, ciphertext }: SealedSecret, bound: string): Buffer {
    const decipher = createDecipheriv(ALGORITHM, this.#keyOf(keyId), nonce).setAAD(Buffer.from(bound));
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
  }

  #keyOf(id: string): KeyObject {
    const key = this.#keys.get(id);
    if (!key) throw new RangeError(`no webhook key ${id}`);
    return key;
  }
}

/** Setting: the keys, from their secret file. */
export const webhookKeysField = z.string().transform((json, context) => {
  try {
    return WebhookKeys.parse(json);
  } catch {
    // an error of the parser quotes the secret: it is dropped on purpose
    context.addIssue({ code: 'custom', message: 'is not { "current": id, "keys": { id: base64 of 32 bytes } }' });
    return z.NEVER;
  }
});
