import type { IssuerClient } from '#libs/local-stack';

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Item {
  readonly id: string;
  readonly status: string;
  readonly type: string;
  readonly reachable?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly position: string;
  /** Seconds; null where the answer does not say. */
  readonly retryAfter: string | null;
  readonly text: string;
  readonly json: {
    readonly id?: string;
    readonly code?: string;
    readonly status?: string;
    readonly items?: readonly Item[];
    readonly totals?: { readonly events: number };
    readonly unrelayed?: number;
    readonly change?: string;
    readonly proposal?: string;
    readonly results?: readonly { readonly status: number; readonly id?: string; readonly busPosition?: string }[];
  };
}

/** Asks as any client of the issuer. */
export class Asker {
  readonly #tokens = new Map<string, string>();

  constructor(
    private readonly tokenUrl: string,
    private readonly clients: readonly IssuerClient[],
  ) {}

  async ask(agency: string, url: string, { method = 'GET', headers = {}, body }: Question): Promise<Answer> {
    const authorization = `Bearer ${await this.tokenOf(agency)}`;
    const sent = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url, {
      method,
      headers: { authorization, ...sent, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      position: response.headers.get('bus-position') ?? '',
      retryAfter: response.headers.get('retry-after'),
      text,
      json: text === '' ? {} : (JSON.parse(text) as Answer['json']),
    };
  }

  /** @param name an agency, for its first client, or a client */
  async tokenOf(name: string): Promise<string> {
    const known = this.#tokens.get(name);
    if (known) return known;
    const client = this.clients.find(({ agency, clientId }) => agency === name || clientId === name);
    if (!client) throw new Error(`the issuer knows no client of ${name}`);
    const response = await fetch(this.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    this.#tokens.set(name, token);
    return token;
  }
}
