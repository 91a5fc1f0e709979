import { SimulatedProcess } from '../world/world.js';
import type { Outside } from './outside.js';

/** What runs in one process, once it is started. */
export interface Running {
  /** Finishes what it does, as on SIGTERM. */
  stop(): Promise<unknown>;
}

/** How long it takes until a process that ended is started again. */
const RESTART_MS = { least: 50, most: 1_500 };

/** A process of the bus that is started again whenever it ends, until it is told to stay down. */
export abstract class Member<R extends Running> {
  process: SimulatedProcess;
  protected running: R | null = null;
  #starts = 0;

  constructor(
    readonly name: string,
    protected readonly outside: Outside,
  ) {
    this.process = new SimulatedProcess(outside.world, `${name}.0`);
  }

  start(): void {
    this.#starts += 1;
    const { clockAhead } = this.process;
    const process = new SimulatedProcess(this.outside.world, `${this.name}.${this.#starts}`);
    process.clockAhead = clockAhead;
    this.process = process;
    process.soon(() => {
      this.outside.world.say(process.name, () => 'starts');
      this.run(process).then(
        (running) => (this.running = running),
        (error: unknown) => this.#failed(process, error),
      );
    });
  }

  /** Ends in the middle of whatever it does, and comes again. */
  crash(): void {
    if (this.#starts === 0) return;
    this.outside.world.say(this.process.name, () => 'crashes');
    this.#end(this.process);
  }

  /** Ends as on SIGTERM, and comes again. */
  restart(): void {
    const { process, running } = this;
    if (!running || !process.alive) return;
    this.outside.world.say(process.name, () => 'stops');
    this.running = null;
    process.soon(() => {
      running.stop().then(
        () => this.#end(process),
        (error: unknown) => this.#failed(process, error),
      );
    });
  }

  protected abstract run(process: SimulatedProcess): Promise<R>;

  #failed(process: SimulatedProcess, error: unknown): void {
    this.outside.world.say(process.name, () => `ends with ${String(error)}`);
    this.#end(process);
  }

  #end(process: SimulatedProcess): void {
    if (!process.alive) return;
    process.end();
    this.running = null;
    const { world } = this.outside;
    world.after(world.chance.between(RESTART_MS.least, RESTART_MS.most), null, () => {
      if (process === this.process) this.start();
    });
  }
}
