/** Why a lane is not shipped. Each is an alarm, and none of them mends itself without somebody's work (docs/operations/after-a-loss.md). */
export type HoldReason =
  /** Topics hold positions that the journal does not have: it was restored from an older copy. */
  | 'LANE_AHEAD_OF_JOURNAL'
  /** A topic holds another event at a position than the journal. */
  | 'LANE_DIVERGES_FROM_JOURNAL'
  /** The journal has a hole. */
  | 'POSITION_MISSING'
  /** Its history here and on the topics cannot be made one, and somebody has settled that: it takes nothing any more. */
  | 'LANE_SEALED'
  /** The next row cannot be sent as it is. */
  | 'EVENT_UNSHIPPABLE';

export interface LaneHold {
  readonly lane: number;
  readonly reason: HoldReason;
}

/** The lanes that must not be shipped, until the next comparison finds them sound. */
export class LaneHolds {
  readonly #holds = new Map<number, HoldReason>();

  has(lane: number): boolean {
    return this.#holds.has(lane);
  }

  /** @returns whether this is news */
  hold(lane: number, reason: HoldReason): boolean {
    const news = this.#holds.get(lane) !== reason;
    this.#holds.set(lane, reason);
    return news;
  }

  /** @returns whether it was held */
  release(lane: number): boolean {
    return this.#holds.delete(lane);
  }

  /** The hold that somebody has to work on; sealing a lane was that work. */
  get alarm(): LaneHold | undefined {
    return this.list().find(({ reason }) => reason !== 'LANE_SEALED');
  }

  list(): LaneHold[] {
    return [...this.#holds].map(([lane, reason]) => ({ lane, reason })).sort((a, b) => a.lane - b.lane);
  }
}
