import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from '#libs/platform';
import type { Relay } from '../../relay/src/relay.js';

const LOOK_MS = 50;

/**
 * Waits until everything that was started does its work. Commands are accepted only once the relay has compared the journal
 * with the topics, and after a bus that was killed the relay waits for the end of its predecessor's lease. A relay that ships
 * and is not well all the same holds a lane back: nothing that waiting would mend.
 * @returns false when it takes longer than the bound, in milliseconds
 */
export async function untilReady(
  health: Pick<Health, 'readiness'>,
  relay: Pick<Relay, 'status'>,
  signal: AbortSignal,
  boundMs = 30_000,
): Promise<boolean> {
  const end = performance.now() + boundMs;
  for (;;) {
    const { failing } = await health.readiness();
    if (relay.status().shipping && failing.every(({ name }) => name === 'relay')) return true;
    if (performance.now() > end) return false;
    await delay(LOOK_MS, undefined, { signal });
  }
}
