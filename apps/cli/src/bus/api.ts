import type { ClientCredentials, DataFolder } from './data-folder.js';
import type { Tokens } from './tokens.js';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With its leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bytes to be sent, as they are. */
  readonly body?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

const BOUND_MS = 30_000;

/** One client's way through the HTTP door. One request is one attempt: repeating is the caller's decision. */
export class Api {
  readonly #folder: DataFolder;
  readonly #tokens: Tokens;
  #base: string | null = null;

  constructor(folder: DataFolder, tokens: Tokens) {
    this.#folder = folder;
    this.#tokens = tokens;
  }

  /** @throws whatever fetch throws when no answer came; TokenRefused */
  async send(client: ClientCredentials, { method, path, headers, body }: ApiRequest): Promise<ApiAnswer> {
    try {
      const token = await this.#tokens.get(client);
      this.#base ??= this.#folder.endpoints().api.replace(/\/$/, '');
      const answer = await fetch(`${this.#base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(BOUND_MS),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.status === 401) this.#tokens.forget(client);
      return { status: answer.status, headers: answer.headers, bytes };
    } catch (error) {
      this.#base = null; // a restarted bus may be at another address
      throw error;
    }
  }
}

/** The body as JSON; undefined when it is none. */
export function jsonOf({ bytes }: Pick<ApiAnswer, 'bytes'>): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
