import type { BusClient } from '#libs/client';

/** A read of the API that is under way. */
interface OpenRead {
  readonly answer: Promise<unknown>;
  readonly over: AbortController;
  /** How many wait for it. */
  waiting: number;
}

/**
 * Reads as one agency, in which those that ask the same at the same time are given one answer. Webhooks that are up to date
 * stand at one place of their feed: whoever has ten of them waits there with one request, and is told once. Nothing is kept:
 * who asks after the answer is judged anew.
 */
export class SharedReads implements Pick<BusClient, 'read'> {
  readonly #client: Pick<BusClient, 'read'>;
  readonly #open = new Map<string, OpenRead>();

  constructor(client: Pick<BusClient, 'read'>) {
    this.#client = client;
  }

  /** As that of BusClient. The request ends when the last who waits for it does not any more. */
  readonly read: BusClient['read'] = (path, options) => {
    const key = JSON.stringify([path, { ...options, signal: undefined }]);
    return this.#join(key, options.signal, (signal) =>
      this.#client.read(path, { ...options, signal } as typeof options),
    );
  };

  async #join<Answer>(
    key: string,
    signal: AbortSignal | undefined,
    ask: (over: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    const read = this.#open.get(key) ?? this.#begin(key, ask);
    read.waiting += 1;
    const gone = Promise.withResolvers<never>();
    const leave = (): void => gone.reject(signal?.reason);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return (await Promise.race([read.answer, gone.promise])) as Answer;
    } finally {
      signal?.removeEventListener('abort', leave);
      read.waiting -= 1;
      if (read.waiting === 0) this.#end(key, read);
    }
  }

  #begin(key: string, ask: (over: AbortSignal) => Promise<unknown>): OpenRead {
    const over = new AbortController();
    const read: OpenRead = { answer: ask(over.signal), over, waiting: 0 };
    this.#open.set(key, read);
    const settled = (): void => this.#forget(key, read);
    read.answer.then(settled, settled);
    return read;
  }

  /** Nobody joins what comes to no answer. */
  #end(key: string, read: OpenRead): void {
    this.#forget(key, read);
    read.over.abort();
  }

  #forget(key: string, read: OpenRead): void {
    if (this.#open.get(key) === read) this.#open.delete(key);
  }
}
