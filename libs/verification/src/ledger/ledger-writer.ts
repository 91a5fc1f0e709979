import { type FileHandle, open } from 'node:fs/promises';
import type { LedgerEntry } from './ledger-entry.js';

/** Where answers are written down before anything is built on them. */
export interface Ledger {
  /** Resolves once the entries are on the disk. */
  write(entries: readonly LedgerEntry[]): Promise<void>;
}

/** For a run that nobody will verify. */
export const noLedger: Ledger = { write: async () => undefined };

/** An append-only file of JSON lines. Entries that come while a write is under way share the next one. */
export class LedgerFile implements Ledger {
  readonly #file: FileHandle;
  #waiting: string[] = [];
  #flushing: Promise<void> | null = null;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Makes the file, or goes on at its end. */
  static async open(path: string): Promise<LedgerFile> {
    return new LedgerFile(await open(path, 'a', 0o600));
  }

  async write(entries: readonly LedgerEntry[]): Promise<void> {
    this.#waiting.push(...entries.map((entry) => `${JSON.stringify(entry)}\n`));
    await this.#flushing;
    this.#flushing ??= this.#flush();
    await this.#flushing;
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    try {
      const lines = this.#waiting;
      this.#waiting = [];
      await this.#file.appendFile(lines.join(''));
      await this.#file.datasync();
    } finally {
      this.#flushing = null;
    }
  }
}
