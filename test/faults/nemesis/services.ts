import { setTimeout as delay } from 'node:timers/promises';
import { type Part, StartFailure } from '#libs/local-stack';
import type { OwnServices } from '../../deployment/index.js';

const RESTART_MS = 60_000;
const restarts = new WeakMap<OwnServices, Map<Part, Promise<void>>>();

/**
 * Starts a part again as a supervisor does: once, whoever asks, and again and again, since what its killed process left (a
 * lock, memory, helpers that still end) may be in the way for a moment.
 */
export async function restartService(services: OwnServices, part: Part): Promise<void> {
  const underWay = restarts.get(services) ?? new Map<Part, Promise<void>>();
  restarts.set(services, underWay);
  const restart = underWay.get(part) ?? start(services, part).finally(() => underWay.delete(part));
  underWay.set(part, restart);
  await restart;
}

async function start(services: OwnServices, part: Part): Promise<void> {
  const until = Date.now() + RESTART_MS;
  while (!services.isRunning(part)) {
    try {
      await services.stack.restart(part);
    } catch (error) {
      if (!(error instanceof StartFailure) || Date.now() > until) throw error;
      await delay(200);
    }
  }
}
