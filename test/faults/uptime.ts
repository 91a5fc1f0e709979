import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Deployment } from '../deployment/index.js';
import { routine } from './say.js';

const PAUSE_MS = 50;
const BOUND_MS = 30_000;

/** Submits through the gateway all the time, and sees for how long nothing was accepted. */
export class Uptime {
  #longest = 0;
  readonly #ended = new AbortController();
  readonly #running: Promise<void>;

  static watch(bus: Deployment): Uptime {
    return new Uptime(bus);
  }

  private constructor(private readonly bus: Deployment) {
    this.#running = this.#run();
  }

  /** Ends the watch. In milliseconds. */
  async longestGapMs(): Promise<number> {
    this.#ended.abort();
    await this.#running;
    return Math.round(this.#longest);
  }

  async #run(): Promise<void> {
    for (let last = performance.now(); !this.#ended.signal.aborted;) {
      if (await this.#accepted()) {
        this.#longest = Math.max(this.#longest, performance.now() - last);
        last = performance.now();
      }
      await delay(PAUSE_MS);
    }
  }

  async #accepted(): Promise<boolean> {
    const authorization = `Bearer ${await this.bus.tokenOf('US-CLEAR')}`;
    const answer = await fetch(`${this.bus.api}/v1/referrals`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': v7() },
      body: JSON.stringify(routine),
      signal: AbortSignal.timeout(BOUND_MS),
    }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status === 201;
  }
}
