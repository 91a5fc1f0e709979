import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appointGuardian, type IssuerClient, isRunning, type ProcessIdentity, ProcessLedger } from '#libs/local-stack';
import { until } from '#libs/testing';
import { ownDist } from '../deployment/index.js';

const STARTS_WITHIN_MS = 120_000;
const READY = /The referral bus is ready after/;

/** A folder in which the bus is started as a newcomer starts it, as often as the spec wants. Guarded: nothing outlives the spec. */
export class StartFolder {
  readonly #guardians: { readonly dismiss: () => void }[];

  private constructor(
    readonly folder: string,
    private readonly ledger: ProcessLedger,
  ) {
    mkdirSync(this.dataDir);
    // One for the bus, and one for the services that a bus which is killed leaves.
    this.#guardians = [this.dataDir, folder].map(appointGuardian);
  }

  static async make(): Promise<StartFolder> {
    const folder = mkdtempSync(join(tmpdir(), 'bus-start-'));
    chmodSync(folder, 0o711); // where this runs as root, the database's own user must pass
    return new StartFolder(folder, (await ProcessLedger.take(folder)).ledger);
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  /** Processes that the last start put down as its own. */
  services(): ProcessIdentity[] {
    return this.#kept<{ children: ProcessIdentity[] }>('processes.json').children;
  }

  credentials(): { readonly tokenUrl: string; readonly clients: readonly IssuerClient[] } {
    return this.#kept('credentials.json');
  }

  start(port: number): StartedBus {
    const child = spawn(process.execPath, [join(ownDist, 'apps/standalone/src/main.js')], {
      env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), BUS_DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) this.ledger.add('bus', child.pid);
    return new StartedBus(child);
  }

  remove(): void {
    this.ledger.release();
    for (const guardian of this.#guardians) guardian.dismiss();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #kept<T>(name: string): T {
    return JSON.parse(readFileSync(join(this.dataDir, name), 'utf8')) as T;
  }
}

/** One start, and what it says. */
export class StartedBus {
  readonly ended: Promise<number | null>;
  #said = '';
  #over = false;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => void (this.#said += text));
    this.ended = new Promise((resolve) =>
      child.on('close', (code) => {
        this.#over = true;
        resolve(code);
      }),
    );
  }

  get said(): string {
    return this.#said;
  }

  /** @throws Error with what it said when it ends instead */
  async ready(): Promise<this> {
    await until(async () => {
      if (this.#over) throw new Error(this.#said);
      return READY.test(this.#said) ? true : undefined;
    }, STARTS_WITHIN_MS);
    return this;
  }

  /** The lines that it gives to be pasted: from the first that is indented behind a colon to the next empty one. */
  get pasteable(): string {
    return /:\n\n((?: {2}.*\n)+)\n/.exec(this.#said)?.[1] ?? '';
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

export const allGone = (processes: readonly ProcessIdentity[]): Promise<true> =>
  until(async () => (processes.some(isRunning) ? undefined : true));
