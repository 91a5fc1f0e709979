import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '#libs/local-stack';
import { AppProfile } from './app-profile.js';
import type { NamedProfile } from './row.js';

const BOUND_MS = 30_000;

/** An HTTP program of the bench in a process of its own, which can be profiled. Its warnings go to our own error output. */
export class ServerProcess {
  private constructor(
    private readonly name: string,
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly profiler: AppProfile,
  ) {}

  /** Resolves when `/readyz` says so. @param flags of Node. @throws Error when it ends before or takes longer */
  static async start(
    name: string,
    script: URL,
    env: Readonly<Record<string, string>>,
    flags: readonly string[] = [],
  ): Promise<ServerProcess> {
    const port = await freePort();
    const profiler = new AppProfile();
    const child = spawn(
      process.execPath,
      [...flags, '--enable-source-maps', '--disable-warning=TimeoutNegativeWarning', fileURLToPath(script)],
      {
        env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...profiler.env, ...env, PORT: String(port) },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const server = new ServerProcess(name, `http://127.0.0.1:${port}`, child, profiler);
    await server.ready();
    return server;
  }

  /** @throws Error when it has ended */
  get pid(): number {
    if (this.child.pid === undefined || this.child.exitCode !== null) throw new Error(`${this.name} does not run`);
    return this.child.pid;
  }

  async profileWhile(work: () => Promise<unknown>): Promise<NamedProfile> {
    return { of: this.name, profile: await this.profiler.while(this.pid, work) };
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
    this.profiler.remove();
  }

  private async ready(): Promise<void> {
    const until = Date.now() + BOUND_MS;
    for (;;) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.status === 200) return;
      if (this.child.exitCode !== null) throw new Error(`${this.name} ended with ${this.child.exitCode}`);
      if (Date.now() > until) throw new Error(`${this.name} was not ready within ${BOUND_MS} ms`);
      await delay(25);
    }
  }
}
