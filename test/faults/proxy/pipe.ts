import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Chance, corrupted, type LinkFaults, sliced } from './link-faults.js';

/** Looks at what passes, whole or in parts, and says what goes on instead: other bytes, or none. */
export type Stage = (bytes: Buffer) => Promise<Buffer> | Buffer;

export interface PipeParts {
  readonly from: Socket;
  readonly to: Socket;
  readonly faults: () => LinkFaults;
  /** Resolves when the faults have changed. */
  readonly changed: () => Promise<void>;
  readonly stages: readonly Stage[];
  readonly chance: Chance;
  /** Called each time that a fault meets bytes. */
  readonly met: () => void;
}

const MOST_WAITING_BYTES = 1 << 20;

/** One direction of one connection. What waits is bounded: beyond, its sender is not read, as with a full network. */
export class Pipe {
  readonly #parts: PipeParts;
  readonly #waiting: { readonly bytes: Buffer; readonly due: number }[] = [];
  #waitingBytes = 0;
  #wake: (() => void) | null = null;
  #ended = false;
  #dead = false;
  /** Resolves when nothing can be passed on any more. One listener, however often it is waited for. */
  readonly #closed: Promise<void>;

  constructor(parts: PipeParts) {
    this.#parts = parts;
    const { from, to } = parts;
    this.#closed = new Promise((resolve) => to.once('close', resolve));
    from.on('data', (bytes: Buffer) => this.#take(bytes));
    from.on('end', () => {
      this.#ended = true;
      this.#wake?.();
    });
    from.on('close', () => this.#wake?.());
  }

  /** Nothing passes any more, although the connection stays open. */
  die(): void {
    this.#dead = true;
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
    this.#parts.from.resume();
  }

  /** Runs until its sender has ended or a socket is destroyed. */
  async run(): Promise<void> {
    const { from, to } = this.#parts;
    while (!to.destroyed) {
      const next = this.#waiting.shift();
      if (next) {
        this.#waitingBytes -= next.bytes.length;
        await this.#pass(next.bytes, next.due);
        if (this.#waitingBytes < MOST_WAITING_BYTES) from.resume();
      } else if (this.#ended || from.destroyed) {
        if (!this.#dead) to.end();
        return;
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = null;
      }
    }
  }

  #take(bytes: Buffer): void {
    const { swallowed, delayMs = 0, jitterMs = 0 } = this.#parts.faults();
    if (swallowed) this.die();
    if (swallowed || delayMs > 0 || jitterMs > 0) this.#parts.met();
    if (this.#dead) return;
    const due = Date.now() + delayMs + jitterMs * this.#parts.chance();
    this.#waiting.push({ bytes, due });
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= MOST_WAITING_BYTES) this.#parts.from.pause();
    this.#wake?.();
  }

  async #pass(bytes: Buffer, due: number): Promise<void> {
    const early = due - Date.now();
    if (early > 0) await delay(early);
    let passing = bytes;
    for (const stage of this.#parts.stages) passing = await stage(passing);
    const { slice, corruptOneIn } = this.#parts.faults();
    if (corruptOneIn !== undefined) {
      const right = passing;
      passing = corrupted(right, corruptOneIn, this.#parts.chance);
      if (!passing.equals(right)) this.#parts.met();
    }
    if (slice !== undefined && passing.length > slice) this.#parts.met();
    for (const piece of sliced(passing, slice)) await this.#write(piece);
  }

  async #write(bytes: Buffer): Promise<void> {
    const { to, faults, changed } = this.#parts;
    const { held, bytesPerSecond: throttled } = faults();
    if (bytes.length > 0 && (held || throttled !== undefined)) this.#parts.met();
    while (faults().held && !to.destroyed) await Promise.race([changed(), this.#closed]);
    const { bytesPerSecond, slice } = faults();
    if (bytesPerSecond !== undefined) await delay((bytes.length / bytesPerSecond) * 1000);
    if (this.#dead || to.destroyed || bytes.length === 0) return;
    const passed = to.write(bytes);
    if (!passed) await Promise.race([new Promise((resolve) => to.once('drain', resolve)), this.#closed]);
    // Else the kernel would put the pieces together again.
    if (slice !== undefined) await new Promise((resolve) => setImmediate(resolve));
  }
}
