import { z } from 'zod';
import { CliFault, EXIT } from '../terminal/fault.js';
import type { ClientCredentials, DataFolder } from './data-folder.js';

const answerShape = z.object({ access_token: z.string(), expires_in: z.number() });

/** A token is renewed this long before it ends. */
const EARLY_MS = 60_000;
const BOUND_MS = 10_000;

interface Held {
  readonly token: Promise<string>;
  until: number;
}

/** The issuer said no: waiting does not help. */
export class TokenRefused extends CliFault {
  constructor(client: string, status: number) {
    super(
      EXIT.unreachable,
      `the issuer gives ${client} no token (${status})`,
      'use the credentials of the bus that is running',
    );
  }
}

/** Access tokens by client, from the issuer, kept until shortly before they end. */
export class Tokens {
  readonly #folder: DataFolder;
  readonly #held = new Map<string, Held>();

  constructor(folder: DataFolder) {
    this.#folder = folder;
  }

  /** @throws TokenRefused; whatever fetch throws while the issuer is away */
  get(client: ClientCredentials): Promise<string> {
    const known = this.#held.get(client.clientId);
    if (known && Date.now() < known.until) return known.token;
    const held: Held = {
      token: this.#ask(client, (seconds) => (held.until = Date.now() + seconds * 1000 - EARLY_MS)),
      until: Infinity,
    };
    this.#held.set(client.clientId, held);
    held.token.catch(() => this.#held.delete(client.clientId));
    return held.token;
  }

  forget(client: ClientCredentials): void {
    this.#held.delete(client.clientId);
  }

  async #ask({ clientId, clientSecret }: ClientCredentials, lasts: (seconds: number) => void): Promise<string> {
    const { tokenUrl } = this.#folder.credentials();
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      signal: AbortSignal.timeout(BOUND_MS),
    });
    if (answer.status >= 400 && answer.status < 500) throw new TokenRefused(clientId, answer.status);
    if (!answer.ok) throw new Error(`the issuer answered ${answer.status}`);
    const { access_token, expires_in } = answerShape.parse(await answer.json());
    lasts(expires_in);
    return access_token;
  }
}
