import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

const TIMEOUT_MS = 5_000;
const COOLDOWN_MS = 30_000;
const MAX_AGE_MS = 10 * 60_000;
const STALE_MS = 60 * 60_000;
const BACK_OFF_MS = 2_000;
const MAX_SET_BYTES = 256 * 1024;

/** The issuer's keys cannot be had now: nothing is known about the token. */
export class IssuerUnreachable extends Error {
  constructor(cause?: unknown) {
    super('issuer unreachable', { cause });
    this.name = 'IssuerUnreachable';
  }
}

/**
 * The issuer's public keys by its JWKS address, the only one that is ever asked: what a token's header says of keys is not
 * followed. Keys are kept ten minutes; an unknown key id causes at most one fetch in 30 s. While the issuer is away
 * the last set serves for up to an hour, and the address is tried every two seconds at most.
 */
export class IssuerKeys {
  readonly #address: URL;
  readonly #now: () => number;
  readonly #resolve: JWTVerifyGetKey;
  #last: { readonly text: string; readonly at: number } | undefined;
  #failedAt: number | undefined;

  constructor(address: URL, now: () => number = Date.now) {
    this.#address = address;
    this.#now = now;
    this.#resolve = createRemoteJWKSet(address, {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: COOLDOWN_MS,
      cacheMaxAge: MAX_AGE_MS,
      [customFetch]: (_url, request) => this.#fetch(request),
    });
  }

  /**
   * The key for a token's header.
   * @throws IssuerUnreachable; a jose error if the issuer has no such key
   */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    try {
      return await this.#resolve(header, token);
    } catch (error) {
      // the key may be newer than the set that we were left with
      if (error instanceof errors.JWKSNoMatchingKey && this.#failedAt !== undefined) throw new IssuerUnreachable(error);
      throw error;
    }
  };

  async #fetch(request: RequestInit): Promise<Response> {
    if (this.#failedAt !== undefined && this.#now() - this.#failedAt < BACK_OFF_MS) return this.#lastOr(undefined);
    try {
      const text = await readKeySet(await fetch(this.#address, request));
      this.#last = { text, at: this.#now() };
      this.#failedAt = undefined;
      return new Response(text);
    } catch (error) {
      this.#failedAt = this.#now();
      return this.#lastOr(error);
    }
  }

  #lastOr(error: unknown): Response {
    if (this.#last && this.#now() - this.#last.at < STALE_MS) return new Response(this.#last.text);
    throw new IssuerUnreachable(error);
  }
}

async function readKeySet(response: Response): Promise<string> {
  if (response.status !== 200 || !response.body) throw new Error(`key set answered with status ${response.status}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_SET_BYTES) throw new Error('key set too large');
  }
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || !('keys' in parsed)) throw new Error('not a key set');
  return text;
}
