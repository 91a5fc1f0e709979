const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What docs/integration/webhooks.md publishes: waits after the first, second, … failed try, in milliseconds; the last one repeats. */
export const WAITS_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR] as const;
/** Of what is urgent (P1): never longer than a minute. */
export const URGENT_WAITS_MS = [2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND, MINUTE] as const;
/** What docs/integration/calls.md publishes: waits until who was called is called again, after the first, second, … message that was taken. */
export const REMINDER_WAITS_MS = [4 * HOUR, DAY] as const;
/** Of P1. */
export const URGENT_REMINDER_WAITS_MS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR] as const;
/** Failures in a row, of whatever items, after which the webhook as a whole waits by the same schedule. */
export const BREAKS_AT = 5;
/** A webhook that took nothing for so long is disabled, in milliseconds. */
export const DISABLED_AFTER_MS = 5 * DAY;
/** Each wait is longer or shorter by up to this share, so that what failed together does not come back together. */
const SPREAD = 0.2;

/** When what failed is tried again. */
export class Schedule {
  /** @param speed how much faster than published time goes: for training and tests */
  constructor(
    private readonly speed = 1,
    private readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds until the next try of an item that failed `failures` times. */
  waitOf(failures: number, isUrgent: boolean): number {
    return this.#spread(waitAt(isUrgent ? URGENT_WAITS_MS : WAITS_MS, failures));
  }

  /** Milliseconds until who was called by so many messages is called again. */
  reminderAfter(messages: number, isUrgent: boolean): number {
    return this.#spread(waitAt(isUrgent ? URGENT_REMINDER_WAITS_MS : REMINDER_WAITS_MS, messages));
  }

  /** Milliseconds for which the webhook as a whole waits after so many failures in a row; null below the bound. */
  breakOf(failures: number): number | null {
    return failures < BREAKS_AT ? null : this.#spread(waitAt(WAITS_MS, failures - BREAKS_AT + 1));
  }

  get disabledAfterMs(): number {
    return DISABLED_AFTER_MS / this.speed;
  }

  #spread(ms: number): number {
    return (ms * (1 - SPREAD + 2 * SPREAD * this.random())) / this.speed;
  }
}

const waitAt = (waits: readonly number[], failures: number): number =>
  waits[Math.min(failures, waits.length) - 1] ?? waits[0] ?? 0;
