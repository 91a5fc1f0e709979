import { TransientError } from '#libs/kernel';

/** Commands that wait a tenth of a second at the rate of one process: enough to fill its transactions. */
export const ROUTINE_AT_ONCE = 512;

/** How long who finds no room is asked to wait, in seconds. */
const RETRY_SECONDS = 1;

/**
 * Room for routine commands that are not answered yet. What finds none is turned away before it is looked at, which costs
 * little, so a flood of routine commands is answered 429 and never stands between an urgent one and the journal (design 2.9).
 */
export class RoutineRoom {
  #open = 0;

  constructor(private readonly most: number) {}

  /**
   * Takes room for `count` commands; the returned function says that they are answered. Whatever comes while there is room is
   * let in whole, or a batch larger than the room could never be taken.
   * @throws TransientError 429 OVERLOADED
   */
  enter(count: number): () => void {
    if (count > 0 && this.#open >= this.most) throw new TransientError('OVERLOADED', 429, RETRY_SECONDS);
    this.#open += count;
    return () => {
      this.#open -= count;
    };
  }
}
