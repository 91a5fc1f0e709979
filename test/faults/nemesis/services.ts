import { setTimeout as delay } from 'node:timers/promises';
import { type Part, StartFailure } from '#libs/local-stack';
import type { OwnServices } from '../../deployment/index.js';

const RESTART_MS = 60_000;

/**
 * Starts a part again as a supervisor does: again and again, since what its killed process left (a lock, memory, helpers that
 * still end) may be in the way for a moment.
 */
export async function restartService({ stack }: OwnServices, part: Part): Promise<void> {
  const until = Date.now() + RESTART_MS;
  for (;;) {
    try {
      return await stack.restart(part);
    } catch (error) {
      if (!(error instanceof StartFailure) || Date.now() > until) throw error;
      await delay(200);
    }
  }
}
