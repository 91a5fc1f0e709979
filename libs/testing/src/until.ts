import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is not undefined. @throws Error after the bound, in milliseconds */
export async function until<T>(ask: () => Promise<T | undefined>, boundMs = 10_000): Promise<T> {
  const end = Date.now() + boundMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`nothing came of it in ${boundMs} ms`);
    await delay(25);
  }
}
