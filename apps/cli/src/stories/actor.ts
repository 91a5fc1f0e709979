import { v7 } from 'uuid';
import { z } from 'zod';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../bus/api.js';
import type { ClientCredentials } from '../bus/data-folder.js';
import { codeOf } from '../bus/staff.js';
import { differences, type Expected } from './differences.js';
import type { Stage } from './stage.js';
import { NotAsTold, type Referral } from './story.js';

/** In which capacity somebody acts. */
export interface Identity {
  readonly role: string | null;
  /** Opaque reference that the agency answers for. */
  readonly person: string | null;
}

const submittedShape = z.looseObject({ id: z.string() });
const pageShape = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })), next: z.string().nullable() });
const timelineShape = z.looseObject({ items: z.array(z.looseObject({ type: z.string() })) });

export type Item = z.output<typeof pageShape>['items'][number];

/** Somebody who takes part in a story: an agency's backend, a person of it, an operator. */
export class Actor {
  constructor(
    private readonly stage: Stage,
    readonly client: ClientCredentials,
    private readonly identity: Identity,
  ) {}

  get agency(): string {
    return this.client.agency;
  }

  /** → Hands a case over. @throws NotAsTold when it is not accepted */
  async submits(what: string, referral: object): Promise<Referral> {
    const answer = await this.#accepted(what, '/v1/referrals', { synthetic: true, ...referral });
    return { id: submittedShape.parse(jsonOf(answer)).id, position: answer.headers.get('bus-position') };
  }

  /** → Says a command of a referral. @returns the answer's body @throws NotAsTold when it is not accepted */
  async says(what: string, referral: Referral, command: string, body: object = {}): Promise<unknown> {
    const answer = await this.#accepted(what, `/v1/referrals/${referral.id}/${command}`, body);
    referral.position = answer.headers.get('bus-position') ?? referral.position;
    return jsonOf(answer);
  }

  /** → Does anything else that the API offers. @throws NotAsTold when it is not accepted */
  async does(what: string, path: string, body: object = {}): Promise<{ body: unknown; position: string | null }> {
    const answer = await this.#accepted(what, path, body);
    return { body: jsonOf(answer), position: answer.headers.get('bus-position') };
  }

  /** → Tries what must be refused with this code. @throws NotAsTold when it is accepted, or refused otherwise */
  async isRefused(what: string, path: string, body: object, code: string): Promise<void> {
    const answer = await this.send(path, body);
    const heard = answer.status < 400 ? `HTTP_${answer.status}` : codeOf(answer);
    if (heard !== code) throw new NotAsTold(`${this.agency} ${what}: answered ${heard}, and not ${code}`);
    this.stage.act(this.agency, what, `refused: ${answer.status} ${code}`);
  }

  /** ⇒ Is shown a referral as it is after what was said of it last. @returns the answer's body */
  async sees(what: string, referral: Referral, expected: Expected): Promise<unknown> {
    const path = `/v1/referrals/${referral.id}`;
    return this.reads(what, path, expected, referral.position);
  }

  /** ⇒ Reads these events, in this order, in a referral's timeline. */
  async seesEvents(what: string, referral: Referral, types: readonly string[]): Promise<void> {
    const path = `/v1/referrals/${referral.id}/timeline?limit=200`;
    const read = timelineShape.parse(jsonOf(await this.#read(path, referral.position)));
    this.#compare(
      what,
      types,
      read.items.map(({ type }) => type),
    );
    this.stage.look(this.agency, what, types.join(' '));
  }

  /** ⇒ Reads what is there once the view is as far as `since`. @returns the answer's body */
  async reads(what: string, path: string, expected: Expected, since: string | null = null): Promise<unknown> {
    const answer = await this.#read(path, since);
    if (answer.status !== 200) throw new NotAsTold(`${this.agency} ${what}: answered ${codeOf(answer)}`);
    this.#compare(what, expected, jsonOf(answer));
    this.stage.look(this.agency, what, wordsOf(expected));
    return jsonOf(answer);
  }

  /** ⇒ Comes to see what the bus does by itself: its policies are soon, and not at once. @returns the answer's body */
  async comesToSee(what: string, path: string, expected: Expected): Promise<unknown> {
    const request = this.#requestOf('GET', path);
    const answer = await this.stage.line.await(
      this.client,
      request,
      (got) => got.status === 200 && differences(expected, jsonOf(got)).length === 0,
    );
    if (answer.status !== 200) throw new NotAsTold(`${this.agency} ${what}: answered ${codeOf(answer)}`);
    this.#compare(what, expected, jsonOf(answer));
    this.stage.look(this.agency, what, wordsOf(expected));
    return jsonOf(answer);
  }

  /** ⇒ Is answered as whoever asks for what does not exist. */
  async isShownNothing(what: string, path: string, since: string | null = null): Promise<void> {
    const answer = await this.#read(path, since);
    if (answer.status !== 404) throw new NotAsTold(`${this.agency} ${what}: answered ${answer.status}, and not 404`);
    this.stage.look(this.agency, what, '404');
  }

  /** All pages of a list, once the view is as far as `since`. */
  async list(path: string, since: string | null = null): Promise<Item[]> {
    const items: Item[] = [];
    const glue = path.includes('?') ? '&' : '?';
    for (let next: string | null = `${path}${glue}limit=200`; next !== null;) {
      const answer = await this.#read(next, since);
      if (answer.status !== 200) throw new NotAsTold(`${this.agency} ${path}: answered ${codeOf(answer)}`);
      const page = pageShape.parse(jsonOf(answer));
      items.push(...page.items);
      next = page.next && `${path}${glue}limit=200&cursor=${encodeURIComponent(page.next)}`;
    }
    return items;
  }

  /** Waits until the view behind an address shows what stands at a position. */
  async reaches(path: string, since: string): Promise<void> {
    await this.#read(path, since);
  }

  /** A POST until its answer is final, with a key of its own. */
  send(path: string, body: object): Promise<ApiAnswer> {
    return this.stage.line.ask(this.client, this.#commandOf(path, body));
  }

  /** One attempt, whatever comes of it. */
  once(path: string, body: object): Promise<ApiAnswer> {
    return this.stage.line.once(this.client, this.#commandOf(path, body));
  }

  /** Finds what was just handed over, though it writes nothing of it down. @throws NotAsTold */
  async finds(submitted: ApiAnswer): Promise<void> {
    const { id } = submittedShape.parse(jsonOf(submitted));
    const answer = await this.#read(`/v1/referrals/${id}`, submitted.headers.get('bus-position'));
    if (answer.status !== 200) throw new NotAsTold(`${this.agency} does not find ${id}: ${codeOf(answer)}`);
  }

  #commandOf(path: string, body: object): ApiRequest {
    const { headers, ...request } = this.#requestOf('POST', path);
    return { ...request, headers: { ...headers, 'Idempotency-Key': v7() }, body: JSON.stringify(body) };
  }

  async #accepted(what: string, path: string, body: object): Promise<ApiAnswer> {
    const answer = await this.send(path, body);
    if (answer.status >= 300)
      throw new NotAsTold(`${this.agency} ${what}: refused ${codeOf(answer)}: ${answer.bytes.toString('utf8')}`);
    this.stage.act(this.agency, what, String(answer.status));
    return answer;
  }

  #read(path: string, since: string | null): Promise<ApiAnswer> {
    const { headers, ...request } = this.#requestOf('GET', path);
    const minimum = since !== null && { 'Bus-Min-Position': since };
    return this.stage.line.ask(this.client, { ...request, headers: { ...headers, ...minimum } });
  }

  #requestOf(method: 'GET' | 'POST', path: string): ApiRequest {
    const { role, person } = this.identity;
    return { method, path, headers: { ...(role && { 'Bus-Role': role }), ...(person && { 'Bus-Person': person }) } };
  }

  #compare(what: string, expected: Expected, actual: unknown): void {
    const found = differences(expected, actual);
    if (found.length > 0) throw new NotAsTold(`${this.agency} ${what}: ${found.join('; ')}`);
  }
}

/** What was expected, short enough for a line. */
function wordsOf(expected: Expected): string {
  const words = JSON.stringify(expected).replaceAll(/["{}]/g, '').replaceAll(',', ' ').replaceAll(':', ' ');
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}
