import { Chance } from './chance.js';
import { EPOCH, type Inhabitant, type World } from './world.js';

/**
 * A process of the bus. What it waits for reaches it as appointments; crashed, it gets none any more, so nothing of it ever
 * runs again. Frozen (a long pause, a stopped machine), it goes on later as if nothing had happened: a zombie.
 */
export class SimulatedProcess implements Inhabitant {
  alive = true;
  thawsAt = 0;
  /** Milliseconds that its clock is ahead. */
  clockAhead = 0;
  pollsUpTo = 0;
  readonly chance: Chance;
  readonly #onEnd: (() => void)[] = [];

  constructor(
    readonly world: World,
    readonly name: string,
  ) {
    this.chance = new Chance(world.seed, name);
  }

  get clock(): number {
    return Math.floor(EPOCH + this.world.now + this.clockAhead);
  }

  after(ms: number, run: () => void): void {
    this.world.after(ms, this, run);
  }

  /** Runs as soon as it can. */
  soon(run: () => void): void {
    this.world.after(0, this, run);
  }

  /** What others notice when the process is gone: its connections break. */
  onEnd(listener: () => void): void {
    this.#onEnd.push(listener);
  }

  /** Ends at once, in the middle of whatever it does. */
  end(): void {
    if (!this.alive) return;
    this.alive = false;
    for (const listener of this.#onEnd) listener();
  }
}
