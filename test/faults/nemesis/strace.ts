import { type ChildProcess, spawn } from 'node:child_process';

/** strace on running processes and all that come from them, until it is detached. */
export class Strace {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#gone = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  /** Resolves when it is attached. @throws Error when it cannot be */
  static async attach(pids: readonly number[], options: readonly string[]): Promise<Strace> {
    const args = ['-f', ...options, ...pids.flatMap((pid) => ['-p', String(pid)])];
    const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const strace = new Strace(child);
    await new Promise<void>((resolve, reject) => {
      let [said, attached] = ['', 0];
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        attached += text.split(' attached').length - 1;
        if (attached >= pids.length) resolve();
      });
      child.once('exit', () => reject(new Error(`strace could not be attached: ${said.slice(-300)}`)));
    });
    return strace;
  }

  /** What it is attached to goes on. */
  async detach(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.#gone;
  }
}
