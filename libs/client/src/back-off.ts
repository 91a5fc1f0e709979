import { setTimeout as delay } from 'node:timers/promises';
import { BusProblem } from './problem.js';

export interface Patience {
  /** After the first failure, then doubled, in milliseconds. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** When to give up, in milliseconds since the first attempt. */
  readonly boundMs: number;
}

export const defaultPatience: Patience = { firstMs: 100, longestMs: 10_000, boundMs: 120_000 };

/**
 * Repeats what failed for a reason that passes: no answer, 408, 425, 429, 5xx. Waits as long as the bus asks for, and not less
 * than its own time, which doubles. Spread, so that all who were turned away together do not come back together.
 * @throws the last failure once the time is over or the signal says so, any other failure at once
 */
export async function patiently<T>(
  work: () => Promise<T>,
  { firstMs, longestMs, boundMs }: Patience,
  signal?: AbortSignal,
): Promise<T> {
  const end = performance.now() + boundMs;
  for (let ownMs = firstMs; ; ownMs = Math.min(ownMs * 2, longestMs)) {
    try {
      return await work();
    } catch (error) {
      const asked = error instanceof BusProblem ? error.retryAfterMs : null;
      const ms = Math.max(ownMs, asked ?? 0) * (1 + Math.random() / 4);
      if (!passes(error) || signal?.aborted || performance.now() + ms > end) throw error;
      await delay(ms, undefined, { signal }).catch(() => undefined);
      if (signal?.aborted) throw error;
    }
  }
}

/** `fetch` throws a TypeError when no answer came, and a time-out of ours is one. By name: each realm has its own classes. */
export function passes(error: unknown): boolean {
  if (error instanceof BusProblem) return error.isTransient;
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    (error.name === 'TypeError' || error.name === 'TimeoutError')
  );
}
