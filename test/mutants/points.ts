import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '#libs/testing';
import { root } from '../deployment/index.js';

/** Says what happens where a patched program comes by (`app-points.mjs`). */
export class Points {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** What an app needs in its environment to have points. */
  get env(): Record<string, string> {
    const program = pathToFileURL(join(root, 'test/mutants/app-points.mjs')).href;
    return { BUS_POINTS: this.folder, NODE_OPTIONS: `--import=${program}` };
  }

  /** Ends the first process that comes to the point, as a crash does. */
  kill(point: string): void {
    this.#write(point, 'kill');
  }

  /** Stops the first one that comes, until it may go. */
  hold(point: string): void {
    this.#remove(point, 'held');
    this.#write(point, 'hold');
  }

  /** Resolves when somebody stands at the point. */
  async held(point: string): Promise<void> {
    await until(async () => existsSync(this.#path(point, 'held')) || undefined, 30_000);
    this.#remove(point, 'held');
  }

  go(point: string): void {
    this.#write(point, 'go');
  }

  /** Everybody waits there for so long. */
  slow(point: string, ms: number): void {
    this.#write(point, 'slow', String(ms));
  }

  on(point: string): void {
    this.#write(point, 'on');
  }

  /** Nothing happens there any more. */
  off(point: string): void {
    for (const word of ['kill', 'hold', 'slow', 'on']) this.#remove(point, word);
  }

  #path = (point: string, word: string): string => join(this.folder, `${point}.${word}`);

  #write(point: string, word: string, text = ''): void {
    writeFileSync(this.#path(point, word), text);
  }

  #remove(point: string, word: string): void {
    rmSync(this.#path(point, word), { force: true });
  }
}
