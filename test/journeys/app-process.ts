import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '#libs/local-stack';

const dist = join(import.meta.dirname, '../../dist/apps');

/** One app as its own operating-system process, as a deployment runs it. */
export class AppProcess {
  private child: ChildProcess | null = null;
  private words = '';

  private constructor(
    readonly name: string,
    private readonly env: Readonly<Record<string, string>>,
    readonly port: number,
  ) {}

  static async create(name: string, env: Readonly<Record<string, string>>): Promise<AppProcess> {
    return new AppProcess(name, env, await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when `/readyz` says so. @throws Error with the process's last words when it ends before. */
  async start(): Promise<void> {
    const env = { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...this.env, PORT: String(this.port) };
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', join(dist, this.name, 'src/main.js')],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    const listen = (chunk: unknown): void => void (this.words = (this.words + String(chunk)).slice(-4000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    while (!(await this.isReady())) {
      if (child.exitCode !== null) throw new Error(`${this.name} ended with ${child.exitCode}: ${this.words}`);
    }
  }

  /** Ends it as the signal does and resolves when it is gone. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return gone;
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`).catch(() => null);
    // A pause of one turn of the probe itself: the door is not open yet, or a part is still loading.
    if (answer === null) await new Promise((resolve) => setImmediate(resolve));
    return answer?.status === 200;
  }
}
