import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { endProcess } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import type { ProcessLedger } from './process-ledger.js';
import { StartFailure } from './start-failure.js';

export interface ServiceCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  readonly stopSignal?: NodeJS.Signals;
}

/** A service in a process of its own, known to the ledger from its first moment. */
export class ServiceProcess {
  private exited: string | null = null;
  private stopping = false;
  private onDeath: (how: string) => void = () => undefined;

  private constructor(
    private readonly what: ServiceCommand,
    readonly identity: ProcessIdentity,
    private readonly ledger: ProcessLedger,
  ) {}

  static start(what: ServiceCommand, ledger: ProcessLedger): ServiceProcess {
    const log = openSync(what.logFile, 'a', 0o600);
    try {
      const { command, args, cwd, env, uid, gid } = what;
      // A group of its own: Ctrl-C is for us, and we stop the services in their order.
      const child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        uid,
        gid,
        detached: true,
        stdio: ['ignore', log, log],
      });
      child.unref();
      if (child.pid === undefined)
        throw new StartFailure(`${what.name} could not be started`, `see whether ${command} can be run`);
      const service = new ServiceProcess(what, ledger.add(what.name, child.pid), ledger);
      child.on('error', (error) => service.ended(error.message));
      child.on('exit', (code, signal) => service.ended(`it ended with ${signal ?? `code ${code}`}`));
      return service;
    } finally {
      closeSync(log);
    }
  }

  /** Repeats `probe` until it succeeds. @throws StartFailure when the process ends or the bound passes. */
  async ready(probe: () => Promise<void>, boundMs = 60_000): Promise<void> {
    const until = Date.now() + boundMs;
    for (;;) {
      const failure = await probe().then(
        () => null,
        (error: unknown) => error as Error,
      );
      if (failure === null) return;
      if (this.exited !== null)
        throw new StartFailure(
          `${this.what.name} did not start, ${this.exited}${this.lastWords()}`,
          `see ${this.what.logFile}`,
        );
      if (Date.now() > until)
        throw new StartFailure(
          `${this.what.name} was not ready within ${boundMs / 1000} s (${failure.message})`,
          `see ${this.what.logFile}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Tells when a service that was ready ends though nobody stopped it. */
  watch(onDeath: (how: string) => void): void {
    this.onDeath = onDeath;
  }

  private ended(how: string): void {
    this.exited = how;
    if (!this.stopping) this.onDeath(`${how}${this.lastWords()}: see ${this.what.logFile}`);
  }

  async stop(signal: NodeJS.Signals = this.what.stopSignal ?? 'SIGTERM'): Promise<void> {
    this.stopping = true;
    await endProcess(this.identity, signal);
    // Until we have taken note of its end its id is taken, and a database that is started next believes that it still runs.
    while (this.exited === null) await new Promise((resolve) => setTimeout(resolve, 5));
    this.ledger.remove(this.identity);
  }

  private lastWords(): string {
    const lines = readFileSync(this.what.logFile, 'utf8').trimEnd().split('\n');
    const words = lines.findLast((line) => !/^\s/.test(line)); // the frames of a stack trace say nothing by themselves
    return words ? ` (${words.slice(0, 200)})` : '';
  }
}
