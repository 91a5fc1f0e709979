import type { AnswerOf, BodyOf, CommandPath, Commands, PathOf, QueryOf, ReadPath, Reads } from './api-types.js';
import { defaultPatience, type Patience, patiently } from './back-off.js';
import { BusProblem, problemOf } from './problem.js';
import type { TokenSource } from './tokens.js';
import { uuidV7 } from './uuid-v7.js';

export interface BusClientOptions {
  /** Base address of the API. */
  readonly api: string;
  readonly token: TokenSource;
  /** The role acted in, where the token has several. */
  readonly role?: string;
  /** Opaque reference of the person who acts, for whom the agency answers. */
  readonly person?: string;
  /** The agency whose feed is read: only the bus itself may, for one that allowed it. */
  readonly onBehalfOf?: string;
  readonly patience?: Partial<Patience>;
  /** Bound of one attempt, in milliseconds; a read that waits has its wait on top. */
  readonly attemptMs?: number;
}

/** What came of a command. */
export interface Accepted<Answer> {
  readonly answer: Answer;
  /** The key that it stands under: said again with it, the command gives the same answer. */
  readonly key: string;
  /** Give it to a read as `atLeast`, to see what this command did. */
  readonly position: string;
}

interface CallOptions {
  readonly signal?: AbortSignal;
}

type CommandOptions<Path extends CommandPath> = PathOf<Commands[Path]> &
  BodyOf<Commands[Path]> &
  CallOptions & {
    /** One is made when none is given. Give your own where the same command may be said by another process again. */
    readonly key?: string;
    /** Acts, where it is another than the client's. */
    readonly person?: string;
  };

type ReadOptions<Path extends ReadPath> = PathOf<Reads[Path]> &
  QueryOf<Reads[Path]> &
  CallOptions & {
    /** `position` of a command or of a feed item: the answer is not older. */
    readonly atLeast?: string;
  };

interface Answered {
  readonly headers: Headers;
  readonly body: unknown;
}

const ATTEMPT_MS = 15_000;
const NO_CONTENT = 204;

/**
 * An agency's way to the bus. A command has one idempotency key for all its attempts, so that it counts once however often the
 * network fails. What is refused is thrown as a BusProblem with its code.
 */
export class BusClient {
  readonly #options: BusClientOptions;
  readonly #patience: Patience;

  /** @throws TypeError for an address that is none: a request would fail for that as for a bus that is away */
  constructor(options: BusClientOptions) {
    if (!URL.canParse(options.api)) throw new TypeError(`${options.api} is no address of an API`);
    this.#options = options;
    this.#patience = { ...defaultPatience, ...options.patience };
  }

  /** `command('/v1/referrals/{id}/accept', { path: { id }, body: { scope: 'FULL', reason: null } })`. @throws BusProblem */
  async command<Path extends CommandPath>(
    path: Path,
    options: CommandOptions<Path>,
  ): Promise<Accepted<AnswerOf<Commands[Path]>>> {
    const { path: places, body, key = uuidV7(), person, signal } = options as CommandOptions<CommandPath>;
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(person !== undefined && { 'bus-person': person }),
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body ?? {}) };
    const answer = await this.#send(filled(path, places), request, signal);
    const position = answer.headers.get('bus-position') ?? '';
    return { answer: answer.body as AnswerOf<Commands[Path]>, key, position };
  }

  /** `read('/v1/referrals/{id}', { path: { id }, atLeast: position })`. @throws BusProblem */
  async read<Path extends ReadPath>(path: Path, options: ReadOptions<Path>): Promise<AnswerOf<Reads[Path]>> {
    const { path: places, query, atLeast, signal } = options as ReadOptions<ReadPath>;
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) asked.set(name, String(value));
    const headers = atLeast === undefined ? {} : { 'bus-min-position': atLeast };
    const address = `${filled(path, places)}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
    const waitMs = Number(asked.get('wait') ?? 0) * 1_000;
    const answer = await this.#send(address, { method: 'GET', headers }, signal, waitMs);
    return answer.body as AnswerOf<Reads[Path]>;
  }

  async #send(address: string, request: RequestInit, signal?: AbortSignal, waitMs = 0): Promise<Answered> {
    return patiently(() => this.#attempt(address, request, signal, waitMs), this.#patience, signal);
  }

  /** A token that ended, or was signed with a key that is gone, is exchanged for another one, once. */
  async #attempt(address: string, request: RequestInit, signal?: AbortSignal, waitMs = 0): Promise<Answered> {
    try {
      return await this.#once(address, request, { signal, waitMs, fresh: false });
    } catch (error) {
      if (!(error instanceof BusProblem) || error.status !== 401) throw error;
      return this.#once(address, request, { signal, waitMs, fresh: true });
    }
  }

  async #once(
    address: string,
    { headers, ...request }: RequestInit,
    { signal, waitMs, fresh }: { signal: AbortSignal | undefined; waitMs: number; fresh: boolean },
  ): Promise<Answered> {
    const { api, token, role, person, onBehalfOf, attemptMs = ATTEMPT_MS } = this.#options;
    const bound = AbortSignal.timeout(attemptMs + waitMs);
    const answer = await fetch(`${api.replace(/\/$/, '')}${address}`, {
      ...request,
      headers: {
        authorization: `Bearer ${await token(fresh)}`,
        ...(role !== undefined && { 'bus-role': role }),
        ...(person !== undefined && { 'bus-person': person }),
        ...(onBehalfOf !== undefined && { 'bus-on-behalf-of': onBehalfOf }),
        ...(headers as Record<string, string>),
      },
      signal: signal ? AbortSignal.any([bound, signal]) : bound,
    });
    if (!answer.ok) throw await problemOf(answer);
    // to its end: an answer that breaks off is no answer, and is asked for again
    return { headers: answer.headers, body: answer.status === NO_CONTENT ? undefined : await answer.json() };
  }
}

function filled(path: string, places: object = {}): string {
  return Object.entries(places).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
}
