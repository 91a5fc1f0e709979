import { z } from 'zod';
import { CliFault, EXIT, type ExitCode, wordsOf } from '../terminal/fault.js';
import { Api, type ApiAnswer, type ApiRequest, jsonOf } from './api.js';
import type { ClientCredentials, DataFolder } from './data-folder.js';
import { Tokens } from './tokens.js';

const problemShape = z.object({ code: z.string(), title: z.string().optional() });

/** The code of a problem answer, or its status where it has none. */
export function codeOf(answer: Pick<ApiAnswer, 'status' | 'bytes'>): string {
  return problemShape.safeParse(jsonOf(answer)).data?.code ?? `HTTP_${answer.status}`;
}

/** An answer with what tells it from a later one. */
export interface Tagged<T> {
  readonly tag: string;
  readonly body: T;
}

/** Asks the API as one client, in one role. */
class Door {
  readonly #api: Api;
  readonly #client: ClientCredentials;
  readonly #role: string;

  protected constructor(folder: DataFolder, { client, role }: { client: ClientCredentials; role: string }) {
    this.#api = new Api(folder, new Tokens(folder));
    this.#client = client;
    this.#role = role;
  }

  /** @throws CliFault also for 404: the address is one that there must be */
  async get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const found = await this.find(path, shape);
    if (found !== null) return found;
    throw new CliFault(
      EXIT.unreachable,
      `the API has nothing at ${path}`,
      'use the `bus` of the same version as the bus',
    );
  }

  /** Null for 404. @throws CliFault */
  find<T>(path: string, shape: z.ZodType<T>, headers: Readonly<Record<string, string>> = {}): Promise<T | null> {
    return this.ask({ method: 'GET', path, headers }, shape);
  }

  /** The answer when it is what was expected; null for 404. @throws CliFault */
  async ask<T>(request: ApiRequest, shape: z.ZodType<T>): Promise<T | null> {
    const answer = await this.#send(request);
    return answer.status === 404 ? null : this.#read(answer, request, shape);
  }

  /** What there is now; null while it is what has the tag. @throws CliFault also for 404 */
  async changed<T>(path: string, shape: z.ZodType<T>, tag: string | null): Promise<Tagged<T> | null> {
    const request: ApiRequest = { method: 'GET', path, headers: tag === null ? {} : { 'If-None-Match': tag } };
    const answer = await this.#send(request);
    if (answer.status === 304) return null;
    return { tag: answer.headers.get('etag') ?? '', body: this.#read(answer, request, shape) };
  }

  #read<T>(answer: ApiAnswer, request: ApiRequest, shape: z.ZodType<T>): T {
    if (answer.status >= 400) {
      throw new CliFault(
        exitOf(answer.status),
        `the API answered ${answer.status} ${codeOf(answer)}`,
        `see /problems/${codeOf(answer)} there`,
      );
    }
    const read = shape.safeParse(jsonOf(answer));
    if (read.success) return read.data;
    throw new CliFault(
      EXIT.unreachable,
      `the API's answer to ${request.path} cannot be read`,
      'use the `bus` of the same version as the bus',
    );
  }

  async #send(request: ApiRequest): Promise<ApiAnswer> {
    try {
      return await this.#api.send(this.#client, {
        ...request,
        headers: { 'Bus-Role': this.#role, ...request.headers },
      });
    } catch (cause) {
      if (cause instanceof CliFault) throw cause;
      throw new CliFault(
        EXIT.unreachable,
        `the API cannot be reached (${wordsOf(cause)})`,
        'start the bus with npm start',
        { cause },
      );
    }
  }
}

/** Asks as somebody of the staff: an operator or an officer. */
export class StaffDoor extends Door {
  /** @param roles in the order in which they are looked for among the credentials @throws CliFault when nobody has one */
  constructor(folder: DataFolder, roles: readonly string[]) {
    const { clients } = folder.credentials();
    const found = roles.flatMap((role) =>
      clients.filter((client) => client.roles.includes(role)).map((client) => ({ client, role })),
    )[0];
    super(folder, found ?? fail(folder, `has the role ${roles.join(' or ')}`));
  }
}

/** Asks as an agency, in the first of its roles. */
export class AgencyDoor extends Door {
  /** @throws CliFault when it has no client among the credentials */
  constructor(
    folder: DataFolder,
    readonly agency: string,
  ) {
    const client = folder.credentials().clients.find((each) => each.agency === agency);
    const role = client?.roles[0];
    super(folder, client && role !== undefined ? { client, role } : fail(folder, `is of ${agency}`));
  }
}

function fail(folder: DataFolder, what: string): never {
  throw new CliFault(EXIT.usage, `no client in ${folder.file('credentials.json')} ${what}`, 'add one');
}

function exitOf(status: number): ExitCode {
  if (status === 409) return EXIT.finding;
  return [400, 422].includes(status) ? EXIT.usage : EXIT.unreachable;
}
