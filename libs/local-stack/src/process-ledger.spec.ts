import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf, isRunning } from './process-identity.js';
import { ProcessLedger } from './process-ledger.js';

const built = join(import.meta.dirname, '../../../dist/libs/local-stack/src/process-ledger.js');

describe('the ledger of a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'bus-ledger-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const sleepers: number[] = [];
  // A test that fails leaves none behind either; and should all of this be killed, they end by themselves.
  afterAll(() => sleepers.map(identityOf).forEach((each) => each && process.kill(each.pid, 'SIGKILL')));

  const sleeper = (): number => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    if (child.pid === undefined) throw new Error('not spawned');
    sleepers.push(child.pid);
    return child.pid;
  };
  const write = (owner: unknown, children: unknown[]): void =>
    writeFileSync(join(dataDir, 'processes.json'), JSON.stringify({ owner, children }));

  it('ends what a dead owner left running', async () => {
    const pid = sleeper();
    const child = identityOf(pid);
    write({ pid: 1, started: 'long ago' }, [{ name: 'kafka', ...child }]);
    const { ended } = await ProcessLedger.take(dataDir);
    expect(ended).toEqual(['kafka']);
    expect(child && isRunning(child)).toBe(false);
  });

  it('leaves a later process alone that was given the same id', async () => {
    const pid = sleeper();
    const real = identityOf(pid);
    write({ pid: 1, started: 'long ago' }, [{ name: 'kafka', pid, started: 'another time' }]);
    const { ended, ledger } = await ProcessLedger.take(dataDir);
    expect(ended).toEqual([]);
    expect(real && isRunning(real)).toBe(true);
    ledger.add('sleeper', pid);
    await ledger.endAll();
    expect(real && isRunning(real)).toBe(false);
  });

  it('is given to one of two starts that come at the same moment', async () => {
    const take = (): Promise<number | null> => {
      const script = `import { ProcessLedger } from ${JSON.stringify(built)}; await ProcessLedger.take(${JSON.stringify(dataDir)}); setInterval(() => {}, 1e6);`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      if (child.pid !== undefined) sleepers.push(child.pid);
      return new Promise((resolve) => child.on('exit', resolve));
    };
    for (let round = 0; round < 5; round++) {
      write(null, []);
      const first = await Promise.race([take(), take()]);
      expect(first).toBe(1); // refused, while the other one stays
      const owner = identityOf(sleepers.at(-1) ?? 0) ?? identityOf(sleepers.at(-2) ?? 0);
      expect(owner && isRunning(owner)).toBe(true);
      if (owner) process.kill(owner.pid, 'SIGKILL');
    }
  }, 30_000);

  it('keeps what a dead owner left in its list until that is ended', async () => {
    const children = [sleeper(), sleeper()].map((pid) => ({ name: 'kafka', ...identityOf(pid) }));
    write(null, children);
    const taking = ProcessLedger.take(dataDir);
    const entries = JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')) as unknown;
    expect(entries).toEqual({ owner: identityOf(process.pid), children });
    await taking;
  });

  it('is not given to a second start while its owner lives', async () => {
    const pid = sleeper();
    write(identityOf(pid), []);
    await expect(ProcessLedger.take(dataDir)).rejects.toThrow(`another start (process ${pid}) is using ${dataDir}`);
  });
});
