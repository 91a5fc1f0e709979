import { v7 } from 'uuid';
import { z } from 'zod';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../bus/api.js';
import type { ClientCredentials } from '../bus/data-folder.js';
import { codeOf } from '../bus/staff.js';
import { NotAsTold } from './not-as-told.js';
import type { StoryLine } from './story-line.js';

/** In which capacity somebody acts. Null: as the token says. */
export interface Identity {
  readonly role: string | null;
  /** Opaque reference that the agency answers for. */
  readonly person: string | null;
  /** Of reads that must have one. */
  readonly purpose: string | null;
}

const pageShape = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() });

const feedShape = z.looseObject({
  items: z.array(z.looseObject({ type: z.string(), referral: z.string() })),
  next: z.string(),
});

export type Item = z.output<typeof pageShape>['items'][number];
export type FeedItem = z.output<typeof feedShape>['items'][number];

/** One client with the requests that it makes: each command with a key of its own. */
export class Caller {
  constructor(
    protected readonly line: StoryLine,
    private readonly client: ClientCredentials,
    private readonly identity: Identity,
  ) {}

  get agency(): string {
    return this.client.agency;
  }

  /** A POST until its answer is final. */
  send(path: string, body: object): Promise<ApiAnswer> {
    return this.line.ask(this.client, this.#command(path, body));
  }

  /** One attempt, whatever comes of it. */
  once(path: string, body: object): Promise<ApiAnswer> {
    return this.line.once(this.client, this.#command(path, body));
  }

  /** The same POST, with the same key, until it is accepted. @returns the last answer where that was not in time */
  insist(path: string, body: object): Promise<ApiAnswer> {
    return this.line.await(this.client, this.#command(path, body), ({ status }) => status < 300);
  }

  /** POSTs, each with a key of its own, until one is refused with this code. @returns the last answer */
  tryUntilRefused(path: string, body: object, code: string): Promise<ApiAnswer> {
    const isRefused = (answer: ApiAnswer): boolean => answer.status >= 400 && codeOf(answer) === code;
    return this.line.await(this.client, () => this.#command(path, body), isRefused);
  }

  /** A GET until its answer is final. @param since Bus-Position that the view must have reached */
  read(path: string, since: string | null): Promise<ApiAnswer> {
    return this.line.ask(this.client, this.#get(path, since));
  }

  /** The same GET until its answer is the one that is waited for. @returns the last one where it was not in time */
  readUntil(path: string, isThere: (answer: ApiAnswer) => boolean): Promise<ApiAnswer> {
    return this.line.await(this.client, this.#get(path, null), isThere);
  }

  /** All pages of a list, once the view is as far as `since`. @throws NotAsTold for any answer but a page */
  async list(path: string, since: string | null = null): Promise<Item[]> {
    const items: Item[] = [];
    const first = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
    for (let next: string | null = first; next !== null;) {
      const answer = await this.read(next, since);
      if (answer.status !== 200) throw new NotAsTold(`${this.agency} ${path}: answered ${codeOf(answer)}`);
      const page = pageShape.parse(jsonOf(answer));
      items.push(...page.items);
      next = page.next && `${first}&cursor=${encodeURIComponent(page.next)}`;
    }
    return items;
  }

  /** All of the agency's feed of real work, from its beginning on, once it is as far as `since`. @throws NotAsTold */
  async feed(since: string | null): Promise<FeedItem[]> {
    const items: FeedItem[] = [];
    for (let cursor = ''; ;) {
      const answer = await this.read(`/v1/feed?limit=200${cursor}`, since);
      if (answer.status !== 200) throw new NotAsTold(`${this.agency} /v1/feed: answered ${codeOf(answer)}`);
      const page = feedShape.parse(jsonOf(answer));
      if (page.items.length === 0) return items;
      items.push(...page.items);
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  }

  #command(path: string, body: object): ApiRequest {
    const headers = { ...this.#headers(), 'Idempotency-Key': v7() };
    return { method: 'POST', path, headers, body: JSON.stringify(body) };
  }

  #get(path: string, since: string | null): ApiRequest {
    return {
      method: 'GET',
      path,
      headers: { ...this.#headers(), ...(since !== null && { 'Bus-Min-Position': since }) },
    };
  }

  #headers(): Record<string, string> {
    const { role, person, purpose } = this.identity;
    return {
      ...(role !== null && { 'Bus-Role': role }),
      ...(person !== null && { 'Bus-Person': person }),
      ...(purpose !== null && { 'Bus-Purpose': purpose }),
    };
  }
}
