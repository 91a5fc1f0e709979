import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, identityOf, isRunning } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import { StartFailure } from './start-failure.js';

type Child = ProcessIdentity & { readonly name: string };

interface Entries {
  owner: ProcessIdentity | null;
  children: Child[];
}

/** Which processes serve a data folder, on disk, so that the next start can end what a dead one left. */
export class ProcessLedger {
  private readonly path: string;
  private entries: Entries;

  private constructor(dataDir: string) {
    this.path = join(dataDir, 'processes.json');
    this.entries = existsSync(this.path)
      ? (JSON.parse(readFileSync(this.path, 'utf8')) as Entries)
      : { owner: null, children: [] };
  }

  /**
   * Takes the data folder for this process and ends what a dead owner left running.
   * @throws StartFailure when its owner is alive.
   */
  static async take(dataDir: string): Promise<{ ledger: ProcessLedger; ended: string[] }> {
    const ledger = new ProcessLedger(dataDir);
    const { owner, children } = ledger.entries;
    if (owner && owner.pid !== process.pid && isRunning(owner)) {
      throw new StartFailure(
        `another start (process ${owner.pid}) is using ${dataDir}`,
        'stop it, or choose another folder with BUS_DATA_DIR',
      );
    }
    const left = children.filter(isRunning);
    await endAll(left);
    ledger.entries = { owner: identityOf(process.pid), children: [] };
    ledger.write();
    return { ledger, ended: left.map(({ name }) => name) };
  }

  add(name: string, pid: number): ProcessIdentity {
    const identity = identityOf(pid) ?? { pid, started: 'gone' };
    this.entries.children.push({ name, ...identity });
    this.write();
    return identity;
  }

  remove({ pid, started }: ProcessIdentity): void {
    this.entries.children = this.entries.children.filter((child) => child.pid !== pid || child.started !== started);
    this.write();
  }

  /** Ends every service of the folder, known to be ready or not. */
  async endAll(): Promise<void> {
    await endAll(this.entries.children);
    this.release();
  }

  release(): void {
    this.entries = { owner: null, children: [] };
    this.write();
  }

  private write(): void {
    writeFileSync(`${this.path}.new`, JSON.stringify(this.entries, null, 2));
    renameSync(`${this.path}.new`, this.path);
  }
}

/** Newest first: the registry before its database. */
async function endAll(children: readonly Child[]): Promise<void> {
  for (const child of [...children].reverse())
    await endProcess(child, child.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
}
