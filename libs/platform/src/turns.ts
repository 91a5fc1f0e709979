import { setTimeout as delay } from 'node:timers/promises';

/** Work in the background, one turn after the other, until it is stopped. */
export class Turns {
  readonly #turn: (stopping: AbortSignal) => Promise<number>;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** @param turn resolves with how long to wait before the next, in milliseconds. What it throws ends the turns, and `stop` throws it. */
  constructor(turn: (stopping: AbortSignal) => Promise<number>) {
    this.#turn = turn;
  }

  /** Aborted once the turns are to end. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the turn that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const pause = await this.#turn(signal);
      // rejects only when it is aborted, which is what the loop looks at
      if (pause > 0) await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
