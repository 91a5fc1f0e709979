import { readFileSync } from 'node:fs';
import type { AppProcess } from '../../deployment/index.js';

const PAGE_BYTES = 4096;
const EVERY_MS = 50;

/** Watches how much memory processes hold; `peak` gives the most of each since it was last asked, in bytes. */
export class MemoryWatch {
  readonly #peaks = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly processes: readonly AppProcess[]) {
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
  }

  takePeaks(): Map<string, number> {
    this.#look();
    const peaks = new Map(this.#peaks);
    this.#peaks.clear();
    return peaks;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const { name, pid } of this.processes) {
      const resident = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
      this.#peaks.set(name, Math.max(resident, this.#peaks.get(name) ?? 0));
    }
  }
}
