import type { Topic } from '#libs/contracts';
import type { Appended, Ends } from '#libs/event-log';

/** A topic lost records of a lane. */
export interface Loss {
  readonly topic: Topic;
  readonly lane: number;
  /** The records that are left of the old ones end before this offset; 0 when the first ones are gone. */
  readonly before: number;
}

/** Ends by topic and lane. */
export type Written = ReadonlyMap<string, Ends>;

/**
 * Where each lane ended when it was last written. A topic that was emptied, made anew or cut off gives itself away by the
 * offsets of the next confirmation; its tail alone would not, once something new stands there.
 */
export class LogEnds {
  readonly #known = new Map<string, Ends>();

  /** Takes note of a confirmation. @returns what it shows to be lost */
  observe({ topic, lane, from, to, low }: Appended): Loss | undefined {
    const known = this.#known.get(keyOf(topic, lane));
    this.#known.set(keyOf(topic, lane), { low, high: to });
    if (known && from < known.high) return { topic, lane, before: from };
    return known && low > known.low ? { topic, lane, before: 0 } : undefined;
  }

  /** What is known now: to be taken before the broker is asked for ends that are to be observed, since writing goes on meanwhile. */
  written(): Written {
    return new Map(this.#known);
  }

  /**
   * Takes note of where the topic begins and ends. @returns what that shows to be lost
   * @param written what was known before the broker was asked: a topic that ends earlier lost its last records, even where
   *   those that are left end in a repetition of a late one
   */
  observeEnds(topic: Topic, lane: number, { low, high }: Ends, written: Written): Loss | undefined {
    const known = this.#known.get(keyOf(topic, lane));
    const isCutOff = high < (written.get(keyOf(topic, lane))?.high ?? 0);
    this.#known.set(keyOf(topic, lane), { low, high: isCutOff ? high : (known?.high ?? high) });
    // What is left at its end may be a repetition of late records: only the whole lane again is sure to be everything.
    return isCutOff || (known && low > known.low) ? { topic, lane, before: 0 } : undefined;
  }

  /** Whether it is known where the topic began before. */
  knows(topic: Topic, lane: number): boolean {
    return this.#known.has(keyOf(topic, lane));
  }

  /** What was known is somebody else's past: another relay may have written since. */
  forget(): void {
    this.#known.clear();
  }
}

const keyOf = (topic: Topic, lane: number): string => `${topic}/${lane}`;
