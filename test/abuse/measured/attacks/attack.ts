import type { Deployment } from '../../../deployment/index.js';
import type { Exchange } from '../../client/exchange.js';
import type { Forger } from '../../client/forger.js';
import type { Known } from '../../client/population.js';
import type { Tokens } from '../../client/tokens.js';

export interface Target {
  readonly bus: Deployment;
  readonly tokens: Tokens;
  readonly forger: Forger;
  readonly known: readonly Known[];
  /** Requests a second of all others together: what "half of the traffic" is measured by. */
  readonly othersPerSecond: number;
}

/** Something hostile that goes on until it is told to stop. */
export interface Attack {
  readonly id: string;
  readonly row: 'Z11' | 'Z12';
  readonly what: string;
  /** Runs until the signal says so, and counts what it was answered. */
  run(target: Target, signal: AbortSignal, tally: Tally): Promise<void>;
}

/** How often which answer came. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(answer: string | number, times = 1): void {
    this.#counts.set(String(answer), (this.#counts.get(String(answer)) ?? 0) + times);
  }

  count(answer: string | number): number {
    return this.#counts.get(String(answer)) ?? 0;
  }

  toString(): string {
    return [...this.#counts].map(([answer, times]) => `${answer} × ${times}`).join(', ') || 'nothing';
  }
}

/** The agency that attacks. */
export const ATTACKER = 'GB-HOTLINE';

/** An answer's status, or that there was none. */
export const statusOf = async (asked: Promise<Exchange>): Promise<Pick<Exchange, 'status' | 'headers'>> =>
  asked.catch(() => ({ status: 0, headers: {} }));

/** Does the work again and again, so many at a time. */
export async function inParallel(
  many: number,
  signal: AbortSignal,
  work: (nth: number) => Promise<void>,
): Promise<void> {
  const loop = async (nth: number): Promise<void> => {
    while (!signal.aborted) await work(nth);
  };
  await Promise.all(Array.from({ length: many }, (_, nth) => loop(nth)));
}

export const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
