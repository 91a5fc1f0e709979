import { setTimeout as delay } from 'node:timers/promises';
import type { ApiAnswer } from '../bus/api.js';

const FIRST_MS = 100;
const LONGEST_MS = 3_000;

/** Whether the same request may succeed later: an outage, a token that ended, too much at once. */
export const isTransient = (status: number): boolean =>
  status === 0 || [401, 408, 425, 429].includes(status) || status >= 500;

/** Waits before attempt number `attempt` (from 1) is repeated; as long as the bus asked for, where it did. */
export async function backOff(attempt: number, answer: ApiAnswer | null, signal: AbortSignal): Promise<void> {
  const asked = Number(answer?.headers.get('retry-after') ?? 0) * 1_000;
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  // Spread, so that all who were turned away together do not come back together.
  await delay(Math.max(asked, own) * (0.75 + Math.random() / 2), undefined, { signal });
}
