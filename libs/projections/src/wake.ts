/** A bell: rung before or while somebody waits, it wakes them once. */
export class Wake {
  #rung = false;
  #ring: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#ring?.();
  }

  /** Returns at the next ring, or when the signal is aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    const rings = new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
    const wake = (): void => this.#ring?.();
    signal.addEventListener('abort', wake);
    if (!this.#rung && !signal.aborted) await rings;
    signal.removeEventListener('abort', wake);
    this.#ring = null;
    this.#rung = false;
  }
}
