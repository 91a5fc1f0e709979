import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessIdentity, ProcessLedger } from '#libs/local-stack';
import { sharesCompiled } from './compiled.js';

export const APP_NAMES = [
  'referrals',
  'relay',
  'agency-views',
  'audit-trail',
  'policies',
  'membership',
  'delivery',
  'operations',
] as const;
export type AppName = (typeof APP_NAMES)[number];

export interface AppSettings {
  readonly app: AppName;
  /** Unlike that of any other instance. */
  readonly name: string;
  /** Where the compiled apps lie, unless it is told otherwise. */
  readonly dist: string;
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** What it says goes to `<folder>/<name>.log`. */
  readonly folder: string;
  readonly ledger: ProcessLedger;
}

/** One app as its own operating-system process, as a deployment runs it. */
export class AppProcess {
  #child: ChildProcess | null = null;
  #identity: ProcessIdentity | null = null;
  #dist: string;

  constructor(private readonly settings: AppSettings) {
    this.#dist = settings.dist;
  }

  get app(): AppName {
    return this.settings.app;
  }

  get name(): string {
    return this.settings.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.settings.port}`;
  }

  get logFile(): string {
    return join(this.settings.folder, `${this.name}.log`);
  }

  /** @throws Error when it does not run */
  get pid(): number {
    if (!this.isRunning() || !this.#identity) throw new Error(`${this.name} does not run`);
    return this.#identity.pid;
  }

  /** From the next start on it is another build; null: that of the deployment. */
  runFrom(dist: string | null): void {
    this.#dist = dist ?? this.settings.dist;
  }

  isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it and resolves when `/readyz` says so. @throws Error with its last words when it ends before or takes longer */
  async start(boundMs = 60_000): Promise<void> {
    this.launch();
    await this.ready(boundMs);
  }

  /** Starts it and does not wait, as where it cannot become ready yet. */
  launch(): void {
    const { app, env, port, ledger } = this.settings;
    const log = openSync(this.logFile, 'a', 0o600);
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        '--disable-warning=TimeoutNegativeWarning',
        join(this.#dist, 'apps', app, 'src/main.js'),
      ],
      {
        env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...sharesCompiled(), ...env, PORT: String(port) },
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    if (child.pid === undefined) throw new Error(`${this.name} could not be started`);
    this.#child = child;
    this.#identity = ledger.add(this.name, child.pid);
  }

  async ready(boundMs = 60_000): Promise<void> {
    const until = Date.now() + boundMs;
    while (!(await this.isReady())) {
      if (!this.isRunning()) throw new Error(`${this.name} ended: ${this.lastWords()}`);
      if (Date.now() > until) throw new Error(`${this.name} was not ready within ${boundMs} ms: ${this.lastWords()}`);
      await delay(25);
    }
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.status === 200;
  }

  /** Sends a signal and waits for nothing: SIGSTOP freezes it, SIGCONT lets it go on. */
  signal(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Ends it as the signal does and resolves with its exit code when it is gone. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || !this.isRunning()) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    const code = await gone;
    if (this.#identity) this.settings.ledger.remove(this.#identity);
    return code;
  }

  lastWords(): string {
    return readFileSync(this.logFile, 'utf8').slice(-4_000);
  }
}
