/** When nothing is due, nobody is asked more often than so. */
export const IDLE_MS = 1_000;
/** What becomes due one after the other is taken together. */
const TOGETHER_MS = 50;

/**
 * How long to wait before clocks are taken again, in ms.
 * @param next when the next is due, by the same clock as `now`; null while none runs
 */
export function pauseUntil(next: number | null, now: number): number {
  return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(TOGETHER_MS, next - now));
}
