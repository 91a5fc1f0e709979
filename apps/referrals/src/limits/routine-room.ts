import { TransientError } from '#libs/kernel';

export interface RoutineBounds {
  readonly commands: number;
  /** A batch counts as one. */
  readonly requests: number;
}

/**
 * Enough to fill the transactions of one process. A request of its own takes some 0.2 ms of the process, one after the other, so
 * as many of them are what an urgent command waits behind: about 25 ms. Those of a batch take half of that each.
 */
export const ROUTINE_AT_ONCE: RoutineBounds = { commands: 512, requests: 128 };

/** How long who finds no room is asked to wait, in seconds. */
const RETRY_SECONDS = 1;

/**
 * Room for routine commands that are not answered yet. What finds none is turned away before it is looked at, which costs
 * little, so a flood of routine commands is answered 429 and never stands between an urgent one and the journal (design 2.9).
 */
export class RoutineRoom {
  #commands = 0;
  #requests = 0;

  constructor(private readonly most: RoutineBounds) {}

  /**
   * Takes room for a request of so many commands; the returned function says that they are answered. Whatever comes while there
   * is room is let in whole, or a batch larger than the room could never be taken.
   * @throws TransientError 429 OVERLOADED
   */
  enter(commands: number): () => void {
    if (commands === 0) return () => undefined;
    if (this.#commands >= this.most.commands || this.#requests >= this.most.requests)
      throw new TransientError('OVERLOADED', 429, RETRY_SECONDS);
    this.#commands += commands;
    this.#requests += 1;
    return () => {
      this.#commands -= commands;
      this.#requests -= 1;
    };
  }
}
