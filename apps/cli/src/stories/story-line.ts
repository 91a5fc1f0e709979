import type { Api, ApiAnswer, ApiRequest } from '../bus/api.js';
import type { ClientCredentials } from '../bus/data-folder.js';
import { TokenRefused } from '../bus/tokens.js';
import { backOff, isTransient } from '../simulate/back-off.js';
import { CliFault, EXIT } from '../terminal/fault.js';

/** Longer than anything takes that a story waits for. */
const PATIENCE_MS = 120_000;

/** The line of everybody in a story to the bus. Waits for answers and states, and never for time to pass. */
export class StoryLine {
  constructor(
    private readonly api: Api,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** What may succeed later is sent again as it is, its key included. @throws CliFault when no final answer came in time */
  ask(client: ClientCredentials, request: ApiRequest): Promise<ApiAnswer> {
    return this.#repeat(
      client,
      () => request,
      (answer) => !isTransient(answer.status),
    );
  }

  /**
   * Asks until the answer is the one that is waited for, and gives the last one where it did not come in time.
   * @param request the same each time, or made anew for each attempt
   */
  await(
    client: ClientCredentials,
    request: ApiRequest | (() => ApiRequest),
    isThere: (answer: ApiAnswer) => boolean,
  ): Promise<ApiAnswer> {
    const each = typeof request === 'function' ? request : () => request;
    return this.#repeat(client, each, (answer) => !isTransient(answer.status) && isThere(answer), true);
  }

  /** One attempt, whatever comes of it. @throws whatever fetch throws when no answer came; TokenRefused */
  once(client: ClientCredentials, request: ApiRequest): Promise<ApiAnswer> {
    return this.api.send(client, request);
  }

  async #repeat(
    client: ClientCredentials,
    each: () => ApiRequest,
    isFinal: (answer: ApiAnswer) => boolean,
    lastWillDo = false,
  ): Promise<ApiAnswer> {
    const signal = AbortSignal.timeout(this.patienceMs);
    for (let attempt = 1, last: ApiAnswer | null = null; ; attempt++) {
      const request = each();
      const answer = await this.#try(client, request);
      if (answer && isFinal(answer)) return answer;
      last = answer ?? last;
      try {
        await backOff(attempt, answer && isTransient(answer.status) ? answer : null, signal);
      } catch (cause) {
        if (!signal.aborted) throw cause;
        if (lastWillDo && last && !isTransient(last.status)) return last;
        const what = last ? `answers ${last.status}` : 'does not answer';
        throw new CliFault(EXIT.unreachable, `the bus ${what} to ${request.path}`, 'see its log and bus lag', {
          cause,
        });
      }
    }
  }

  async #try(client: ClientCredentials, request: ApiRequest): Promise<ApiAnswer | null> {
    try {
      return await this.api.send(client, request);
    } catch (error) {
      if (error instanceof TokenRefused || error instanceof CliFault) throw error;
      return null;
    }
  }
}
