import type { Outcome } from '../outgoing/outcome.js';

/**
 * A way to reach an agency: to its system or to its people. It always comes to an outcome, in bounded time, and says nothing of a
 * case to who holds no token of the bus but codes and ids. Whoever must reach somebody at any cost (the ladder) tries
 * every channel of the role through this.
 */
export interface Channel<Target, Message> {
  deliver(to: Target, message: Message, signal?: AbortSignal): Promise<Outcome>;
}
