import { setTimeout as delay } from 'node:timers/promises';
import { causeOf } from './kafka-error.js';

/** What a broker says of a partition, or of a group, whose leader is being changed or has not yet come back to the controller. */
const WITHOUT_LEADER = new Set([
  'NOT_LEADER_FOR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
]);
/** A broker that missed its heartbeats leads again well within this. */
const NEW_LEADER_MS = 30_000;
const RETRY_MS = 100;

/** Asks again until somebody leads what is asked for. @throws what the last try threw; at once what has another reason */
export async function untilLed<T>(ask: () => Promise<T>, boundMs = NEW_LEADER_MS): Promise<T> {
  const until = Date.now() + boundMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!WITHOUT_LEADER.has(causeOf(error).type ?? '') || Date.now() > until) throw error;
    }
    await delay(RETRY_MS);
  }
}
