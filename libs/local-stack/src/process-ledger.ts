import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readKept, writeKept } from './kept-file.js';
import { endProcess, identityOf, isRunning } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import { StartFailure } from './start-failure.js';

type Child = ProcessIdentity & { readonly name: string };

interface Entries {
  owner: ProcessIdentity | null;
  children: Child[];
}

const nobody = (): Entries => ({ owner: null, children: [] });
/** Two starts at the same moment both find the folder free; whoever wrote last has it, and the other sees so by then. */
const SETTLED_MS = 100;

/** Which processes serve a data folder, on disk, so that the next start can end what a dead one left. */
export class ProcessLedger {
  private readonly path: string;
  private entries: Entries;

  private constructor(private readonly dataDir: string) {
    this.path = join(dataDir, 'processes.json');
    this.entries = readKept(this.path, nobody());
  }

  /**
   * Takes the data folder for this process and ends what a dead owner left running.
   * @throws StartFailure when its owner is alive.
   */
  static async take(dataDir: string): Promise<{ ledger: ProcessLedger; ended: string[] }> {
    const ledger = new ProcessLedger(dataDir);
    ledger.assertFree(ledger.entries.owner);
    const left = ledger.entries.children.filter(isRunning);
    ledger.entries = { owner: identityOf(process.pid), children: left };
    ledger.write();
    await delay(SETTLED_MS);
    ledger.assertFree(readKept(ledger.path, nobody()).owner);
    await endAll(left);
    ledger.entries = { ...ledger.entries, children: [] };
    ledger.write();
    return { ledger, ended: left.map(({ name }) => name) };
  }

  private assertFree(owner: ProcessIdentity | null): void {
    if (!owner || owner.pid === process.pid || !isRunning(owner)) return;
    throw new StartFailure(
      `another start (process ${owner.pid}) is using ${this.dataDir}`,
      'stop it, or choose another folder with BUS_DATA_DIR',
    );
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
    this.entries = nobody();
    this.write();
  }

  private write(): void {
    writeKept(this.path, JSON.stringify(this.entries, null, 2));
  }
}

/** Newest first: the registry before its database. */
async function endAll(children: readonly Child[]): Promise<void> {
  for (const child of [...children].reverse())
    await endProcess(child, child.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
}
