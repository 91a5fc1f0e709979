import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ownDist } from './places.js';
import { sharesCompiled } from './compiled.js';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The `bus` command under way, as an operator runs it against a data folder. */
export class BusCommand {
  readonly done: Promise<CommandResult>;
  readonly #child: ChildProcess;
  readonly #said = { stdout: '', stderr: '' };

  /** @param dist the build that it is of */
  constructor(args: readonly string[], env: Readonly<Record<string, string>>, dist = ownDist) {
    const script = join(dist, 'apps/cli/src/main.js');
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      env: { PATH: process.env['PATH'], ...sharesCompiled(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = this.#said;
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.stderr += text));
    this.#child = child;
    this.done = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, ...said }));
    });
  }

  /** What it has written so far. */
  get stdout(): string {
    return this.#said.stdout;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    await this.done;
  }
}
