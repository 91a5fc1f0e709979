import { isError } from './is-error.js';

export type ReadinessCheck = () => Promise<void> | void;

export interface FailingCheck {
  readonly name: string;
  /** Code of the error, `TIMED_OUT` or `CHECK_FAILED`; never its text. */
  readonly code: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly failing: readonly FailingCheck[];
}

const CODE = /^[A-Z0-9][A-Z0-9_]{1,63}$/;

/** Whether this process can do its work: the named checks of its parts. */
export class Health {
  readonly #checks = new Map<string, ReadinessCheck>();
  readonly #boundMs: number;
  #running: Promise<Readiness> | undefined;

  /** @param boundMs how long one check may take, in milliseconds */
  constructor(boundMs = 2_000) {
    this.#boundMs = boundMs;
  }

  /** Adds a check, which throws when its part is not ready. */
  registerReadiness(name: string, check: ReadinessCheck): void {
    if (this.#checks.has(name)) throw new Error(`a readiness check named ${name} exists already`);
    this.#checks.set(name, check);
  }

  /** Runs every check; calls that come while checks run share their result. */
  readiness(): Promise<Readiness> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<Readiness> {
    const results = await Promise.all([...this.#checks].map(([name, check]) => this.#runOne(name, check)));
    const failing = results.filter((result) => result !== undefined);
    return { ready: failing.length === 0, failing };
  }

  async #runOne(name: string, check: ReadinessCheck): Promise<FailingCheck | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const bound = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'TIMED_OUT' })), this.#boundMs);
    });
    try {
      await Promise.race([Promise.resolve().then(check), bound]);
      return undefined;
    } catch (error) {
      return { name, code: reasonCode(error) };
    } finally {
      clearTimeout(timer);
    }
  }
}

const reasonCode = (error: unknown): string =>
  isError(error) && typeof error.code === 'string' && CODE.test(error.code) ? error.code : 'CHECK_FAILED';
