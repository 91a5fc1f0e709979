import { Agenda } from './agenda.js';
import { Chance } from './chance.js';
import { EPOCH } from './epoch.js';

/** Kept before anything is patched: it lets everything run that is ready, between two appointments. */
const letRun = setImmediate;
/** So many of them are asked for at once: a turn of Node's event loop costs more than most of what happens. */
const AT_ONCE = 64;

/** How long a message is on its way. Most take about `mean` ms, a share of `slowShare` takes about `slow`. */
export interface Weather {
  readonly mean: number;
  readonly slow: number;
  readonly slowShare: number;
}

/** A law of the bus that an interleaving broke. */
export interface Breach {
  /** Short and stable: what mutations and shrinking compare. */
  readonly law: string;
  readonly detail: string;
}

/** Something that is to happen. */
export class Appointment {
  constructor(
    readonly at: number,
    readonly order: number,
    readonly process: SimulatedProcess | null,
    private run: (() => void) | null,
  ) {}

  cancel(): void {
    this.run = null;
  }

  /** What is to be done; null when it was cancelled. */
  get work(): (() => void) | null {
    return this.run;
  }
}

/** No polling loop is made to wait longer than this. */
const LAZIEST_MS = 10_000;
/** Time without any change after which polls begin to be late. */
const LAZY_AFTER_MS = 50;

/**
 * One thread of simulated time. What happens is an appointment: a message that arrives, a timer that goes off. Each belongs to
 * a process, or to nobody (what servers and networks do); one after the other they run, and after each of a process everything
 * that became ready in it. The seed decides how long everything takes, so it decides the interleaving.
 */
export class World {
  /** Milliseconds since the beginning. */
  now = 0;
  steps = 0;
  /** Whose code runs. */
  running: SimulatedProcess | null = null;
  breach: Breach | null = null;
  weather: Weather = { mean: 5, slow: 500, slowShare: 0.02 };
  readonly chance: Chance;
  /** For ids alone: libraries keep a stock of random bytes, so how many they take must decide nothing. */
  readonly ids: Chance;
  readonly #agenda = new Agenda<Appointment>();
  readonly #orders: Chance;
  readonly #story: string[] | null;
  #changedAt = 0;

  /** @param story takes one line for each thing that happens; null to run faster */
  constructor(
    readonly seed: number,
    story: string[] | null = null,
  ) {
    this.chance = new Chance(seed, 'world');
    this.ids = new Chance(seed, 'ids');
    this.#orders = new Chance(seed, 'orders');
    this.#story = story;
  }

  get tellsStory(): boolean {
    return this.#story !== null;
  }

  say(who: string, what: () => string): void {
    this.#story?.push(`${(this.now / 1_000).toFixed(3).padStart(9)} s  ${who.padEnd(10)} ${what()}`);
  }

  /** The first breach counts; the run ends with it. */
  broken(law: string, detail: string): void {
    this.breach ??= { law, detail };
    this.say('LAW', () => `${law}: ${detail}`);
  }

  /** Nobody caught it: in a real process, that would be its end. */
  thrown(error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.broken('UNCAUGHT', `${this.running?.name ?? 'nobody'}: ${detail}`);
  }

  /** Runs `run` in `process` after `ms`, unless it is dead by then. For `null` it must make no promise ready. */
  after(ms: number, process: SimulatedProcess | null, run: () => void): Appointment {
    const appointment = new Appointment(this.now + Math.max(0, ms), this.#orders.next(), process, run);
    this.#agenda.add(appointment);
    return appointment;
  }

  /** How long a message takes now. */
  latency(chance = this.chance): number {
    const { mean, slow, slowShare } = this.weather;
    return chance.happens(slowShare) ? chance.around(slow) : chance.around(mean);
  }

  /** Something changed that others may wait for. */
  changed(): void {
    this.#changedAt = this.now;
  }

  /** When something last changed. */
  get changedAt(): number {
    return this.#changedAt;
  }

  /** How much later than asked for a poll may come: the longer nothing has changed, the later, so that waiting costs few steps. */
  get laziness(): number {
    const quiet = this.now - this.#changedAt - LAZY_AFTER_MS;
    return quiet <= 0 ? 0 : Math.min(quiet, LAZIEST_MS);
  }

  /** Until `done`, or nothing is left to happen. */
  run(done: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      let over = false;
      let left = 0;
      const turn = (): void => {
        if (over) return;
        left -= 1;
        try {
          over = !this.#turn(done);
          if (over) resolve();
          else if (left === 0) ask();
        } catch (error) {
          over = true;
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const ask = (): void => {
        for (; left < AT_ONCE; left++) letRun(turn);
      };
      ask();
    });
  }

  /** What happens until something may be ready in some process. @returns false when it is over */
  #turn(done: () => boolean): boolean {
    while (!done()) {
      const next = this.#agenda.take();
      if (!next) return false;
      if (this.#happens(next) && next.process) return true;
    }
    return false;
  }

  /** False when nothing came of it. */
  #happens({ at, process, work }: Appointment): boolean {
    if (!work) return false;
    this.now = Math.max(this.now, at);
    if (process && !process.alive) return false;
    if (process && process.thawsAt > this.now) {
      this.after(process.thawsAt - this.now, process, work);
      return false;
    }
    this.steps += 1;
    this.running = process;
    try {
      work();
    } catch (error) {
      this.thrown(error);
    }
    return true;
  }
}

/**
 * A process of the bus. What it waits for reaches it as appointments; crashed, it gets none any more, so nothing of it ever
 * runs again. Frozen (a long pause, a stopped machine), it goes on later as if nothing had happened: a zombie.
 */
export class SimulatedProcess {
  alive = true;
  /** Simulated time before which nothing of it runs. */
  thawsAt = 0;
  /** Milliseconds that its clock is ahead. */
  clockAhead = 0;
  /** Timers up to so many ms are polls: in a quiet world they go off later and later. */
  pollsUpTo = 0;
  readonly chance: Chance;
  readonly #onEnd: (() => void)[] = [];

  constructor(
    readonly world: World,
    readonly name: string,
  ) {
    this.chance = new Chance(world.seed, name);
  }

  /** What `Date.now()` says in it. */
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
