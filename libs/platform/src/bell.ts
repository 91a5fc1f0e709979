/** Rings for one reader. What rang while the reader was busy has not been missed: it finds that it rang. */
export class Bell {
  // whoever takes a bell has not looked yet
  #rung = true;
  #heard: (() => void) | null = null;

  constructor(readonly putAway: () => void) {}

  ring(): void {
    this.#rung = true;
    this.#heard?.();
  }

  get ringing(): boolean {
    return this.#rung;
  }

  /** Whether it rang since the last time that this was asked. */
  rang(): boolean {
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }

  /** Resolves when it rings, at once if it rang already, or when the time is over or the signal says so. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#rung || ms <= 0 || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.#heard = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      this.#heard = end;
    });
  }
}
