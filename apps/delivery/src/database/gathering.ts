import { setImmediate as turn } from 'node:timers/promises';

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

export interface Gathered<Question, Answer> {
  /** Where this is given two of the same are never in one round. */
  readonly keyOf?: (question: Question) => string;
  /**
   * Answers in the order of the questions, each as if it had been the only one. Undefined: another holds what this one needs,
   * and nobody else should wait for that. @param alone it waits, since nobody waits with it
   */
  ask(questions: readonly Question[], alone: boolean): Promise<readonly (Answer | undefined)[]>;
}

/** In one round; what it takes in memory and in the database has a bound. */
const AT_ONCE = 64;
/** What the database says to data that it does not take, and to two that wait for each other: one of them may be at fault for all. */
const ONE_MAY_BE_AT_FAULT = /^(?:22|23|40|54)/;

/**
 * Puts the questions of many to the database together: what is asked while one round is under way forms the next. Where a
 * round is refused, each of its questions is asked by itself, so that nobody has to answer for another's.
 */
export class Gathering<Question, Answer> {
  #waiting: Asked<Question, Answer>[] = [];
  #isAsking = false;

  constructor(private readonly gathered: Gathered<Question, Answer>) {}

  answer(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (!this.#isAsking) void this.#rounds();
    });
  }

  async #rounds(): Promise<void> {
    this.#isAsking = true;
    // whoever is told something together asks together
    await turn();
    while (this.#waiting.length > 0) await this.#round(this.#next());
    this.#isAsking = false;
  }

  #next(): Asked<Question, Answer>[] {
    const next = new Map<unknown, Asked<Question, Answer>>();
    const later: Asked<Question, Answer>[] = [];
    for (const each of this.#waiting) {
      const key = this.gathered.keyOf?.(each.question) ?? each;
      if (next.size < AT_ONCE && !next.has(key)) next.set(key, each);
      else later.push(each);
    }
    this.#waiting = later;
    return [...next.values()];
  }

  async #round(asked: readonly Asked<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.gathered.ask(
        asked.map(({ question }) => question),
        false,
      );
      for (const [index, each] of asked.entries()) {
        const answer = answers[index];
        if (answer === undefined) void this.#alone(each);
        else each.resolve(answer);
      }
    } catch (error) {
      const mayBeOne = asked.length > 1 && ONE_MAY_BE_AT_FAULT.test(codeOf(error));
      for (const each of asked) {
        if (mayBeOne) void this.#alone(each);
        else each.reject(error);
      }
    }
  }

  /** Beside the rounds, which do not wait for it. */
  async #alone({ question, resolve, reject }: Asked<Question, Answer>): Promise<void> {
    try {
      const [answer] = await this.gathered.ask([question], true);
      if (answer === undefined) throw new TypeError('nothing was answered');
      resolve(answer);
    } catch (error) {
      reject(error);
    }
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
