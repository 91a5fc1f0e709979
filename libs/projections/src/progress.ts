import { EventEmitter, once } from 'node:events';

/** How far a consumer's committed checkpoint is known to be. */
export interface LaneProgress {
  readonly position: number;
  readonly letters: number;
}

/** What this process knows of committed checkpoints; wakes those who wait for one. */
export class Progress {
  readonly #lanes = new Map<number, LaneProgress>();
  readonly #moves = new EventEmitter().setMaxListeners(0);

  moved(checkpoints: Iterable<LaneProgress & { readonly lane: number }>): void {
    for (const { lane, position, letters } of checkpoints) {
      if ((this.#lanes.get(lane)?.position ?? -1) > position) continue;
      this.#lanes.set(lane, { position, letters });
      this.#moves.emit(String(lane));
    }
  }

  /** What was known of these lanes, or of all: the database is asked again, which may have been restored to an older state. */
  forget(lanes: Iterable<number> = [...this.#lanes.keys()]): void {
    for (const lane of lanes) this.#lanes.delete(lane);
  }

  at(lane: number): LaneProgress | undefined {
    return this.#lanes.get(lane);
  }

  /** Resolves at the lane's next move. @throws AbortError */
  async next(lane: number, signal: AbortSignal): Promise<void> {
    await once(this.#moves, String(lane), { signal });
  }
}
