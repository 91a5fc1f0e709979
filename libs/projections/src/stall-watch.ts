import type { Topic } from '#libs/contracts';
import type { ConsumerSignals, LaneSource, RefillRequests } from '#libs/event-log';
import type { LaneMerge } from './lane-merge.js';

export interface StallTimes {
  /** A lane that waits for as long is checked. */
  readonly askAfterMs: number;
  readonly askAgainMs: number;
  readonly askAtMostEveryMs: number;
  readonly alarmAfterMs: number;
}

export const STALL_TIMES: StallTimes = {
  askAfterMs: 800,
  askAgainMs: 2_000,
  askAtMostEveryMs: 30_000,
  alarmAfterMs: 10_000,
};

export interface StallParts {
  readonly source: Pick<LaneSource, 'ends'>;
  readonly refills: Pick<RefillRequests, 'ask'>;
  readonly signals: ConsumerSignals;
  readonly times?: StallTimes;
  /** Told once of a lane that has waited for so long that a person should know. @throws: told again at the next look */
  readonly onStalled?: (merge: LaneMerge) => Promise<void>;
}

interface Stall {
  readonly position: number;
  readonly since: number;
  asked: boolean;
  told: boolean;
  nextAsk: number;
  pauseMs: number;
}

/**
 * Sees lanes that wait for an event which is not on the topics, and asks the relay for it. Catching up looks the same
 * as a gap, so it asks only when every awaited topic was read to its end.
 */
export class StallWatch {
  readonly #parts: StallParts;
  readonly #times: StallTimes;
  readonly #stalls = new Map<number, Stall>();

  constructor(parts: StallParts) {
    this.#parts = parts;
    this.#times = parts.times ?? STALL_TIMES;
  }

  /**
   * @param now of a clock that only goes on, in milliseconds: one that is set back would put off what is due
   * @throws when the broker cannot be asked, or nobody told; the next look tries again
   */
  async look(merges: readonly LaneMerge[], now: number): Promise<void> {
    const waiting = this.#waiting(merges, now);
    for (const merge of waiting) {
      const stall = this.#stalls.get(merge.lane);
      if (stall?.asked && now - stall.since > this.#times.alarmAfterMs) await this.#alarm(merge, stall);
    }
    const due = waiting.filter(({ lane }) => (this.#stalls.get(lane)?.nextAsk ?? Infinity) <= now);
    const missing = await this.#readToEnd(due);
    if (missing.length > 0) await this.#ask(missing, now);
  }

  async #alarm(merge: LaneMerge, stall: Stall): Promise<void> {
    const { lane, position } = merge;
    this.#parts.signals.raise('LANE_STALLED', lane, { position, awaited: merge.awaited().join() });
    if (!stall.told) await this.#parts.onStalled?.(merge);
    stall.told = true;
  }

  #waiting(merges: readonly LaneMerge[], now: number): LaneMerge[] {
    const waiting = merges.filter((merge) => merge.awaited().length > 0);
    const stalled = new Set(waiting.map(({ lane }) => lane));
    for (const lane of this.#stalls.keys()) if (!stalled.has(lane)) this.#over(lane);
    for (const { lane, position } of waiting) {
      if (this.#stalls.get(lane)?.position === position) continue;
      this.#over(lane);
      const { askAfterMs, askAgainMs } = this.#times;
      this.#stalls.set(lane, {
        position,
        since: now,
        asked: false,
        told: false,
        nextAsk: now + askAfterMs,
        pauseMs: askAgainMs,
      });
    }
    return waiting;
  }

  #over(lane: number): void {
    this.#stalls.delete(lane);
    this.#parts.signals.clear('LANE_STALLED', lane);
  }

  async #readToEnd(merges: readonly LaneMerge[]): Promise<LaneMerge[]> {
    const topics = new Set(merges.flatMap((merge) => merge.awaited()));
    const ends = new Map<Topic, ReadonlyMap<number, number>>();
    for (const topic of topics) ends.set(topic, await this.#parts.source.ends(topic));
    return merges.filter((merge) => {
      const awaited = merge.awaited();
      // Asked again after the pause: what was awaited may have come meanwhile.
      return (
        awaited.length > 0 &&
        awaited.every((topic) => merge.readTo(topic) >= (ends.get(topic)?.get(merge.lane) ?? Infinity))
      );
    });
  }

  async #ask(merges: readonly LaneMerge[], now: number): Promise<void> {
    await this.#parts.refills.ask(merges.map(({ lane, position }) => ({ lane, after: position })));
    for (const { lane, position } of merges) {
      this.#parts.signals.refillAsked(lane, position);
      const stall = this.#stalls.get(lane);
      if (!stall) continue;
      stall.asked = true;
      stall.nextAsk = now + stall.pauseMs;
      stall.pauseMs = Math.min(stall.pauseMs * 2, this.#times.askAtMostEveryMs);
    }
  }
}
