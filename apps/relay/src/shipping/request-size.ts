import { LANE_COUNT } from '#libs/contracts';
import { REQUEST_RECORDS } from './journal-rows.js';

/** So few that each lane still has one. */
const FEWEST = LANE_COUNT;

/**
 * How many records a request has at most. On a link that takes longer for a full one than an answer is waited for, full ones would
 * be sent again and again for ever: one that is not confirmed makes the next a quarter, one that is makes it twice as large.
 */
export class RequestSize {
  #records = REQUEST_RECORDS;

  get records(): number {
    return this.#records;
  }

  confirmed(): void {
    this.#records = Math.min(REQUEST_RECORDS, this.#records * 2);
  }

  failed(): void {
    this.#records = Math.max(FEWEST, Math.floor(this.#records / 4));
  }
}
