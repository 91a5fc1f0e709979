import type { Logger } from './logging/logger.js';

interface Stop {
  readonly name: string;
  readonly stop: () => Promise<void> | void;
}

export interface ShutdownOptions {
  readonly logger: Logger;
  /** How long all stops together may take, in milliseconds. */
  readonly boundMs?: number;
  /** Milliseconds that do not go back; replaced in tests. */
  readonly now?: () => number;
  /** Ends the process; replaced in tests. */
  readonly exit?: (code: number) => void;
}

/** Ctrl-C is heard several times: from the terminal, and from the npm that runs us. What comes within this time is one signal. */
const ONE_SIGNAL_MS = 1_000;

/**
 * Ends a process in order: on SIGTERM or SIGINT the registered stops run one after the other, in the order of registration
 * (doors first, then workers, then connections). A stop that fails does not keep the others from running.
 * Exit codes: 0 orderly, 1 a stop failed or the bound passed, 128 + n when the signal is given again, at once.
 */
export class Shutdown {
  readonly #stops: Stop[] = [];
  readonly #logger: Logger;
  readonly #boundMs: number;
  readonly #exit: (code: number) => void;
  readonly #now: () => number;
  #running: Promise<boolean> | undefined;
  #signalledAt = 0;

  constructor({
    logger,
    boundMs = 20_000,
    now = () => performance.now(),
    exit = (code) => process.exit(code),
  }: ShutdownOptions) {
    this.#logger = logger;
    this.#boundMs = boundMs;
    this.#now = now;
    this.#exit = exit;
  }

  register(name: string, stop: Stop['stop']): void {
    this.#stops.push({ name, stop });
  }

  /** Starts to listen for signals; the returned function ends that. */
  listen(): () => void {
    const onTerminate = (): void => this.signalled(143);
    const onInterrupt = (): void => this.signalled(130);
    process.on('SIGTERM', onTerminate).on('SIGINT', onInterrupt);
    return () => void process.off('SIGTERM', onTerminate).off('SIGINT', onInterrupt);
  }

  /** What a signal does; `codeIfRepeated` is the exit code when the shutdown is already under way. */
  signalled(codeIfRepeated: number): void {
    if (this.#running) {
      if (this.#now() - this.#signalledAt > ONE_SIGNAL_MS) this.#exit(codeIfRepeated);
      return;
    }
    this.#signalledAt = this.#now();
    void this.run().then((orderly) => this.#exit(orderly ? 0 : 1));
  }

  /** Runs the stops once, however often it is called; false if one failed or the bound passed. */
  run(): Promise<boolean> {
    this.#running ??= this.#withinBound(this.#stopAll());
    return this.#running;
  }

  async #stopAll(): Promise<boolean> {
    let orderly = true;
    for (const { name, stop } of this.#stops) {
      try {
        await stop();
        this.#logger.info({ part: name }, 'stopped');
      } catch (err) {
        orderly = false;
        this.#logger.error({ err, part: name }, 'stop failed');
      }
    }
    return orderly;
  }

  async #withinBound(stopped: Promise<boolean>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const bound = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        this.#logger.error({ boundMs: this.#boundMs }, 'shutdown took too long');
        resolve(false);
      }, this.#boundMs);
    });
    const orderly = await Promise.race([stopped, bound]);
    clearTimeout(timer);
    return orderly;
  }
}
