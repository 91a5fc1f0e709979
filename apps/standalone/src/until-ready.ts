import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from '#libs/platform';
import type { Relay } from '../../relay/src/relay.js';

const LOOK_MS = 50;

/**
 * Waits until everything that was started does its work. Commands are accepted only once the relay has compared the journal
 * with the topics, and after a bus that was killed the relay waits for the end of its predecessor's lease.
 * @returns false when it takes longer than the bound, in milliseconds
 */
export async function untilReady(
  health: Pick<Health, 'readiness'>,
  relay: Pick<Relay, 'status'>,
  signal: AbortSignal,
  boundMs = 30_000,
): Promise<boolean> {
  const end = performance.now() + boundMs;
  while (!relay.status().shipping || !(await health.readiness()).ready) {
    if (performance.now() > end) return false;
    await delay(LOOK_MS, undefined, { signal });
  }
  return true;
}
