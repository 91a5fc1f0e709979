/** What may be open at once, of all webhooks together. */
export interface SlotBounds {
  readonly all: number;
  /** Of these, kept for what is urgent. */
  readonly forUrgent: number;
  /** Of these, at most for webhooks that failed the last time: they may be slow, and must not take everybody's. */
  readonly forFailing: number;
  /** Beside all of these, for requests that take long, of webhooks that did not fail before: each costs its connection and its message. */
  readonly forSlow: number;
}

export const defaultSlots: SlotBounds = { all: 256, forUrgent: 32, forFailing: 48, forSlow: 768 };

/** In the order in which they are let in. */
export type SlotClass = 'URGENT' | 'WELL' | 'FAILING';

/** A place for one request. */
export interface Slot {
  /** The request takes long: its place is another's, as long as there is room beside. */
  slows(): void;
  leave(): void;
}

/** Places for requests that are under way. Who waits costs a promise. */
export class Slots {
  readonly #open = { URGENT: 0, WELL: 0, FAILING: 0, SLOW: 0 };
  readonly #waiting: Record<SlotClass, (() => void)[]> = { URGENT: [], WELL: [], FAILING: [] };

  constructor(private readonly bounds = defaultSlots) {}

  get open(): number {
    return this.#quick + this.#open.SLOW;
  }

  async take(slot: SlotClass): Promise<Slot> {
    if (!this.#hasRoom(slot)) await new Promise<void>((resolve) => this.#waiting[slot].push(resolve));
    else this.#open[slot] += 1;
    let held: SlotClass | 'SLOW' = slot;
    return {
      slows: () => {
        if (held === 'FAILING' || held === 'SLOW' || this.#open.SLOW >= this.bounds.forSlow) return;
        this.#open.SLOW += 1;
        this.#giveBack(held);
        held = 'SLOW';
      },
      leave: () => this.#giveBack(held),
    };
  }

  get #quick(): number {
    return this.#open.URGENT + this.#open.WELL + this.#open.FAILING;
  }

  #giveBack(slot: SlotClass | 'SLOW'): void {
    this.#open[slot] -= 1;
    for (const each of ['URGENT', 'WELL', 'FAILING'] as const) {
      while (this.#waiting[each].length > 0 && this.#hasRoom(each)) {
        this.#open[each] += 1;
        this.#waiting[each].shift()?.();
      }
    }
  }

  #hasRoom(slot: SlotClass): boolean {
    const { all, forUrgent, forFailing } = this.bounds;
    if (slot === 'URGENT' || this.#quick >= all) return this.#quick < all;
    const others = this.#open.WELL + this.#open.FAILING;
    if (others >= all - forUrgent) return false;
    return slot === 'WELL' || this.#open.FAILING < forFailing;
  }
}
