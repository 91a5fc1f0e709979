const MINUTE_MS = 60_000;
export const MINUTES_OF_DAY = 1_440;

/** What the clock and the calendar on a wall show. */
export interface WallTime {
  /** Days since 1 January 1970, as that calendar counts them. */
  readonly day: number;
  /** Of the day, from 0. */
  readonly minute: number;
}

/** The clock on a wall in a time zone: the platform knows the zone's rules, nothing is reckoned here. */
export class WallClock {
  static readonly #known = new Map<string, WallClock>();
  readonly #format: Intl.DateTimeFormat;

  private constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric' },
    });
  }

  /** Null for a zone that this platform does not know by name: an offset is none, since it keeps no daylight-saving time. */
  static in(zone: string): WallClock | null {
    const name = zone.toLowerCase();
    const known = WallClock.#known.get(name);
    if (known !== undefined) return known;
    const clock = /^[A-Za-z]/.test(zone) ? WallClock.#open(zone) : null;
    // names that nobody knows could be any number
    if (clock) WallClock.#known.set(name, clock);
    return clock;
  }

  static #open(zone: string): WallClock | null {
    try {
      return new WallClock(zone);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /** @param at ms since 1970, UTC */
  at(at: number): WallTime {
    const shown = new Map(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? Number.NaN;
    return {
      day: Date.UTC(part('year'), part('month') - 1, part('day')) / (MINUTES_OF_DAY * MINUTE_MS),
      minute: part('hour') * 60 + part('minute'),
    };
  }

  /**
   * When it shows a minute of the same day next, or 24 o'clock as the next day begins; sooner, where it is put forward or back
   * before that: then it is that moment. It is never put twice within a day.
   * @param minute after the one that it shows at `from` @returns ms since 1970, UTC, at a full minute
   */
  shows(minute: number, from: number): number {
    const begin = Math.floor(from / MINUTE_MS);
    const ahead = this.#aheadAt(begin);
    const then = begin + minute - this.at(from).minute;
    if (this.#aheadAt(then) === ahead) return then * MINUTE_MS;
    let [before, after] = [begin, then];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.#aheadAt(middle) === ahead) before = middle;
      else after = middle;
    }
    return after * MINUTE_MS;
  }

  /** By how many minutes what it shows is ahead of UTC. */
  #aheadAt(minuteOfTime: number): number {
    const { day, minute } = this.at(minuteOfTime * MINUTE_MS);
    return day * MINUTES_OF_DAY + minute - minuteOfTime;
  }
}
