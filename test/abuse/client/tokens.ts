import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Credentials {
  readonly tokenUrl: string;
  readonly clients: readonly { readonly agency: string; readonly clientId: string; readonly clientSecret: string }[];
}

/** Fetches bearer tokens of a deployment's clients, as a script with its `credentials.json` would (design 8). */
export class Tokens {
  readonly #credentials: Credentials;
  readonly #known = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.#credentials = JSON.parse(readFileSync(join(folder, 'credentials.json'), 'utf8')) as Credentials;
  }

  of(agency: string): Promise<string> {
    const known = this.#known.get(agency) ?? this.#fetch(agency);
    this.#known.set(agency, known);
    return known;
  }

  async #fetch(agency: string): Promise<string> {
    const { tokenUrl, clients } = this.#credentials;
    const client = clients.find((each) => each.agency === agency);
    if (!client) throw new RangeError(`no client of ${agency}`);
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}
