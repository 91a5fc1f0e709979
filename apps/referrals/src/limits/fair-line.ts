/** Commands that are begun before the process looks at what came meanwhile: less than a millisecond or two of work. */
const AT_A_TIME = 8;

/** Where a command stands in the line. */
export interface Standing {
  readonly urgent: boolean;
  /** Of who receives the referral; empty where the command does not say. */
  readonly jurisdiction: string;
}

/**
 * The line of commands for the one thread of a process. A command that is begun is worked on at once, up to the journal, and
 * the process hears of nothing else meanwhile: not of an urgent one, nor that the database has answered. So a few are begun at
 * a time, urgent ones first, then one of each jurisdiction in turn: a burst of routine commands does not stand before an
 * urgent one, nor a hot jurisdiction's before another's (design 2, promise 9). One of a few is a routine one in any case.
 */
export class FairLine {
  readonly #urgent = new Rounds();
  readonly #routine = new Rounds();
  #left = AT_A_TIME;
  #isTurnAhead = false;

  /** Resolves when the command may begin: at once, where the process has hardly anything to do. */
  turn({ urgent, jurisdiction }: Standing): Promise<void> {
    if (!this.#isTurnAhead) this.#lookUpAfterThis();
    if (this.#left > 0) {
      this.#left -= 1;
      return Promise.resolve();
    }
    return new Promise((begin) => (urgent ? this.#urgent : this.#routine).add(jurisdiction, begin));
  }

  #lookUpAfterThis(): void {
    this.#isTurnAhead = true;
    setImmediate(() => this.#nextTurn());
  }

  #nextTurn(): void {
    this.#isTurnAhead = false;
    this.#left = AT_A_TIME;
    const routine = this.#routine.next();
    if (routine) this.#begin(routine);
    for (let begin; this.#left > 0 && (begin = this.#urgent.next() ?? this.#routine.next());) this.#begin(begin);
    if (this.#left < AT_A_TIME) this.#lookUpAfterThis();
  }

  #begin(begin: () => void): void {
    this.#left -= 1;
    begin();
  }
}

/** First come, first served within a jurisdiction; one of each in turn. */
class Rounds {
  readonly #waiting = new Map<string, (() => void)[]>();

  add(jurisdiction: string, begin: () => void): void {
    const own = this.#waiting.get(jurisdiction);
    if (own) own.push(begin);
    else this.#waiting.set(jurisdiction, [begin]);
  }

  next(): (() => void) | undefined {
    for (const [jurisdiction, own] of this.#waiting) {
      const begin = own.shift();
      this.#waiting.delete(jurisdiction);
      if (own.length > 0) this.#waiting.set(jurisdiction, own);
      return begin;
    }
    return undefined;
  }
}
