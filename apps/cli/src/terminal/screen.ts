const SECOND = 1_000;

/** Whoever reads our words may have read enough: `bus lag | head` ends quietly. */
export function hearClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
}

/** Where a command writes: results to standard output, progress to standard error, so that a script can pipe the results. */
export class Screen {
  readonly #quiet: boolean;
  #passing = false;
  #shownAt = 0;

  constructor({ quiet = false }: { readonly quiet?: boolean } = {}) {
    this.#quiet = quiet;
  }

  /** A result. */
  say(text: string): void {
    this.#endPassing();
    process.stdout.write(`${text}\n`);
  }

  json(value: unknown): void {
    this.say(JSON.stringify(value, null, 2));
  }

  /** A line of progress that stays. */
  note(text: string): void {
    if (this.#quiet) return;
    this.#endPassing();
    process.stderr.write(`${text}\n`);
  }

  /** Progress that the next one replaces on a terminal; elsewhere a line every few seconds. */
  progress(text: string): void {
    const interval = process.stderr.isTTY ? SECOND / 4 : 5 * SECOND;
    if (this.#quiet || Date.now() - this.#shownAt < interval) return;
    this.#shownAt = Date.now();
    if (!process.stderr.isTTY) return void process.stderr.write(`${text}\n`);
    process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns || 80) - 1)}`);
    this.#passing = true;
  }

  #endPassing(): void {
    if (this.#passing) process.stderr.write('\r\u001b[K');
    this.#passing = false;
  }
}
